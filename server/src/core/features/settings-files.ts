/**
 * Completion and hover in settings files, the configuration and a team's own frameworks: as in a plan, by the schema of
 * the file.
 */
import { analyse } from '../analysis';
import { configurationSchema, frameworkSchema } from '../config/configuration-schema';
import { shapedNodesBelow } from '../cursor/nodes-at';
import { pageOf } from '../rules/index';
import { type Shape, shapeOfFile } from '../schema/shape';
import type { Settings } from '../settings';
import { said } from '../text/say';
import { completeBelow } from './completion/completion';
import { type Completion, noOldPlans } from './completion/context';
import { valueMeaning } from './hover/hover';
import type { Hover } from './hover/hover-part';
import { keyMeaning } from './hover/key';

export type SettingsFileKind = 'configuration' | 'framework';

/** Completions at `offset` of the file `text`. */
export function completeSettingsFile(
  text: string,
  kind: SettingsFileKind,
  offset: number,
  settings: Settings,
): readonly Completion[] {
  return completeBelow(shapeOf(kind), { analysis: analyse(text), offset, settings, oldPlans: noOldPlans });
}

/** Hover at `offset` of the file `text`: on a key, a listed value, the id of a rule. */
export function hoverSettingsFile(text: string, kind: SettingsFileKind, offset: number): Hover | undefined {
  const found = shapedNodesBelow(analyse(text).tree.root, shapeOf(kind), offset).at(-1);
  if (found?.node.kind !== 'scalar') return undefined;
  const { node, shape, parent } = found;
  const namesRule = found.isKey ? parent?.def === 'rules' || parent?.def === 'severities' : shape?.def === 'rule-id';
  const page = namesRule ? pageOf(node.text) : undefined;
  if (!page) return found.isKey ? keyMeaning(shape, node) : valueMeaning(shape, node);
  return {
    at: node,
    title: page.id,
    parts: [
      { kind: 'text', text: said(page.summary) },
      { kind: 'rule', rule: page.id, why: said(page.why) },
    ],
  };
}

function shapeOf(kind: SettingsFileKind): Shape {
  return shapeOfFile(kind === 'configuration' ? configurationSchema : frameworkSchema);
}
