/** *Add what the rule asks for*: the keys that an item lacks, each with a place to type. Nothing is made up: words are left open. */

import { shapedNodesAt } from '../../cursor/nodes-at';
import type { Shape } from '../../schema/shape';
import { isEmpty, type MapNode } from '../../syntax/tree/node';
import { listOf, say } from '../../text/say';
import { isPlaceholder } from '../../values/placeholder';
import { TabStops } from '../shared/snippet';
import type { Action, ActionEdit, PlanActionContext } from './action';
import { insertEntry, setValue } from './insert';
import { stillOpen, unsureValue } from './unsure-values';

/** The keys that answer a rule, in the item that it points at. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'acute-not-defined': ['definition'],
  'decider-lacks-power': ['delegated_by'],
  'decision-no-decider': ['decider'],
  'milestone-overdue': ['done_on'],
  'money-unconfirmed': ['confirmed_by'],
  'new-service-no-staff': ['staff'],
  'one-way-staff-transfer': ['backfill'],
  'outcome-no-baseline': ['baseline', 'value', 'period', 'source'],
  'pay-gap-uncosted': ['pay_gap'],
  'pfi-cost-missing': ['unitary_charge', 'charge_ends'],
  'pool-manager-missing': ['host', 'pool_manager'],
  'risk-no-exposure': ['exposure'],
  'risk-no-mitigation': ['mitigation'],
  'risk-share-uncapped': ['caps'],
  'section-75-term-missing': [
    'aims',
    'functions',
    'people_served',
    'resources',
    'duration',
    'variation',
    'termination',
    'monitoring',
  ],
  'stop-not-agreed': ['agreed_by'],
  'stop-unquantified': ['provider', 'method', 'amounts', 'from'],
  'transfer-undecided': ['decision'],
};

export function addAskedKeys(context: PlanActionContext): readonly Action[] {
  return context.findings.flatMap((finding): Action[] => {
    const item = itemAt(context, finding.at.start, keysFor(context, finding));
    if (!item) return [];
    const stops = new TabStops();
    const edits = item.keys.flatMap(key => editFor(context, item, key, stops) ?? []);
    const count = item.keys.length;
    const title =
      count > 4 ? say`Add the ${count} keys that are missing` : say`Add ${listOf(item.keys.map(key => `"${key}"`))}`;
    return edits.length === count ? [{ title, kind: 'quickfix', finding, edits }] : [];
  });
}

function keysFor(
  { plan }: PlanActionContext,
  { rule, detail, at }: PlanActionContext['findings'][number],
): readonly string[] {
  if (rule === 'option-incomplete') return detail === undefined ? [] : [detail];
  if (rule !== 'partner-deficit-silent') return asked[rule] ?? [];
  const partner = plan.partners.items.find(({ node }) => node.start <= at.start && at.start <= node.end);
  return partner?.forecast.given ? ['recovery_plan'] : ['forecast'];
}

interface Lacking {
  readonly map: MapNode;
  readonly shape: Shape;
  /** The keys that it may have and does not. */
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
