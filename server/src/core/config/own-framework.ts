/** A team's own framework: text of its file → framework, or its faults. */

import type { Fault } from '../finding';
import { type Framework, frameworkFrom } from '../reference/framework';
import type { FrameworkFile } from '../reference/frameworks.generated';
import { dataOf } from '../schema/data-of';
import { framework as validateFramework } from '../schema/validators.generated';
import { say } from '../text/say';
import { frameworkSchema } from './configuration-schema';
import { readForm } from './form';
import { frameworkSlips } from './framework-slips';

/** Reads the framework file `text`; returns no framework while it has any fault. */
export function readFramework(text: string): { readonly framework?: Framework; readonly faults: readonly Fault[] } {
  const { root, faults } = readForm(text, frameworkSchema, validateFramework, say`The framework`);
  faults.push(...frameworkSlips(root));
  faults.sort((a, b) => a.at.start - b.at.start);
  if (faults.some(({ rule }) => rule === 'bad-configuration')) return { faults };
  return { framework: frameworkFrom(dataOf(root) as FrameworkFile), faults };
}
