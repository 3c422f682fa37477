/** Plans for tests of the command line: a good one, one with an error, one with a warning; and what JSON reports say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './oneplan';

export const good = readFileSync(join(root, 'samples/options/single-commissioner.plan.yaml'), 'utf8');

/** An error, whatever the stage. */
export const broken = good.replace(/^status: .*/m, 'status: finished');

/** A warning while the plan is being written. */
export const late = good
  .replace(/^status: .*/m, 'status: draft')
  .replace(/deadline: \d{4}-\d{2}-\d{2}/, 'deadline: 2021-04-01');

export interface Problem {
  readonly rule: string;
  readonly severity: string;
  readonly fingerprint: string;
}

/** The files of a JSON report. */
export function filesIn(out: string): readonly { readonly path: string; readonly problems: readonly Problem[] }[] {
  return JSON.parse(out).files;
}

/** Their paths. */
export function pathsIn(out: string): readonly string[] {
  return filesIn(out).map(({ path }) => path);
}
