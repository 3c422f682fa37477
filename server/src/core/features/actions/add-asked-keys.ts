/**
 * *Add what the rule asks for*: the keys that an item lacks, each with a tab stop. No values are invented: texts are
 * left open.
 */

import { shapedNodesAt } from '../../cursor/nodes-at';
import { pageOf } from '../../rules/index';
import type { Shape } from '../../schema/shape';
import { isEmpty, type MapNode } from '../../syntax/tree/node';
import { listAnd, say } from '../../text/say';
import { isPlaceholder } from '../../values/placeholder';
import { TabStops } from '../shared/snippet';
import type { Action, ActionEdit, PlanActionContext } from './action';
import { insertEntry, setValue } from './insert';
import { stillOpen, unsureValue } from './unsure-values';

export function addAskedKeys(context: PlanActionContext): readonly Action[] {
  return context.findings.flatMap((finding): Action[] => {
    const item = itemAt(context, finding.at.start, finding.asksFor ?? pageOf(finding.rule)?.asksFor ?? []);
    if (!item) return [];
    const stops = new TabStops();
    const edits = item.keys.flatMap(key => editFor(context, item, key, stops) ?? []);
    const count = item.keys.length;
    const title =
      count > 4 ? say`Add the ${count} keys that are missing` : say`Add ${listAnd(item.keys.map(key => `"${key}"`))}`;
    return edits.length === count ? [{ title, kind: 'quickfix', finding, edits }] : [];
  });
}

interface Lacking {
  readonly map: MapNode;
  readonly shape: Shape;
  /** The keys that it may have and lacks. */
  readonly keys: readonly string[];
}

/** The innermost item at `offset` that may have one of `keys` and lacks it. */
function itemAt({ analysis }: PlanActionContext, offset: number, keys: readonly string[]): Lacking | undefined {
  if (keys.length === 0) return undefined;
  const nodes = shapedNodesAt(analysis.tree.root, 'one-plan', offset);
  // Under a key that is pointed at stands the item.
  const under = nodes.at(-1)?.isKey ? nodes.at(-1)?.entry?.value : undefined;
  for (const { node, shape } of [...nodes, { node: under, shape: nodes.at(-1)?.shape }].reverse()) {
    if (node?.kind !== 'map' || !shape?.schema.properties) continue;
    const { properties } = shape.schema;
    const known = keys.filter(key => Object.hasOwn(properties, key));
    const lacking = known.filter(key => isOpen(node, key));
    if (lacking.length > 0) return { map: node, shape, keys: lacking };
    if (known.length > 0) return undefined;
  }
  return undefined;
}

function isOpen(map: MapNode, key: string): boolean {
  const value = map.get(key);
  return isEmpty(value) || (value?.kind === 'scalar' && isPlaceholder(value.text));
}

function editFor(
  { analysis, settings }: PlanActionContext,
  { map, shape }: Lacking,
  key: string,
  stops: TabStops,
): ActionEdit | undefined {
  const today = key === 'done_on' ? settings.today : undefined;
  const value = today === undefined ? unsureValue(analysis, shape, key, '', stops, stillOpen) : stops.next(today);
  const there = map.entry(key);
  return there ? setValue(analysis, there, value) : insertEntry(analysis, map, shape, key, () => ` ${value}`);
}
