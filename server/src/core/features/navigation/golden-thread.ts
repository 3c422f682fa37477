/**
 * The golden thread of a plan, as editors show a call hierarchy: an outcome is worked on by schemes, a scheme is paid by
 * budget lines, a line by contributions, a contribution by a partner; and back.
 */
import type { Analysis } from '../../analysis';
import { shapedNodesAt } from '../../cursor/nodes-at';
import { readBudgetLine, readContribution } from '../../model/budget';
import { readScheme } from '../../model/items';
import { noun } from '../../schema/reference-faults';
import type { Definition } from '../../schema/references';
import { MapNode } from '../../syntax/tree/node';
import type { Span } from '../../text/span';
import { formatMoney } from '../../values/money';
import { idAt } from '../shared/id-at';
import { nameOf } from '../shared/item-name';
import { referenceIndexOf } from '../shared/reference-index';

/** A knot of the thread. Kind and id find it again in a later version of the document. */
export interface ThreadItem {
  readonly kind: ThreadKind;
  readonly id: string;
  readonly name: string;
  /** What it is, with its money over the period. */
  readonly detail: string;
  readonly at: Span;
  readonly nameAt: Span;
}

export interface ThreadLink {
  readonly item: ThreadItem;
  /** Where the plan says so. */
  readonly from: readonly Span[];
}

const thread = ['outcome', 'scheme', 'line', 'contribution', 'partner'] as const;
export type ThreadKind = (typeof thread)[number];

/** The item of the thread that the cursor names or stands in. */
export function threadItemAt(analysis: Analysis, offset: number): ThreadItem | undefined {
  const named = idAt(analysis, offset)?.definition;
  if (named && isOfThread(named.kind)) return itemOf(analysis, named);
  if (!analysis.document) return undefined;
  for (const { node, shape } of [...shapedNodesAt(analysis.tree.root, analysis.document.kind, offset)].reverse()) {
    const kind = shape?.schema['x-kind'];
    const id = node instanceof MapNode ? node.get('id') : undefined;
    if (kind && isOfThread(kind) && node instanceof MapNode && id?.kind === 'scalar')
      return itemOf(analysis, { kind, id, item: node });
  }
  return undefined;
}

/** What pays for the item, or does its work: from outcomes towards partners. */
export function threadOn(analysis: Analysis, kind: ThreadKind, id: string): readonly ThreadLink[] {
  const index = referenceIndexOf(analysis);
  const item = index.named([kind], id);
  if (!item) return [];
  switch (kind) {
    case 'outcome':
      return itemsThatName(analysis, 'outcome', id, 'scheme');
    case 'scheme':
      return itemsThatName(analysis, 'scheme', id, 'line');
    case 'line':
      return namedIn(analysis, item, 'contribution');
    case 'contribution':
      return namedIn(analysis, item, 'partner');
    case 'partner':
      return [];
  }
}

/** What the item pays for, or works towards: from partners towards outcomes. */
export function threadBack(analysis: Analysis, kind: ThreadKind, id: string): readonly ThreadLink[] {
  const item = referenceIndexOf(analysis).named([kind], id);
  if (!item) return [];
  switch (kind) {
    case 'partner':
      return itemsThatName(analysis, 'partner', id, 'contribution');
    case 'contribution':
      return itemsThatName(analysis, 'contribution', id, 'line');
    case 'line':
      return namedIn(analysis, item, 'scheme');
    case 'scheme':
      return namedIn(analysis, item, 'outcome');
    case 'outcome':
      return [];
  }
}

function isOfThread(kind: string): kind is ThreadKind {
  return (thread as readonly string[]).includes(kind);
}

/** The items of kind `by` that name the item. */
function itemsThatName(analysis: Analysis, kind: ThreadKind, id: string, by: ThreadKind): readonly ThreadLink[] {
  const index = referenceIndexOf(analysis);
  const links = new Map<MapNode, { readonly item: ThreadItem; readonly from: Span[] }>();
  for (const { item: node, at } of index.uses(kind, id)) {
    const own = node.get('id');
    const definition = own?.kind === 'scalar' ? index.named([by], own.text) : undefined;
    if (!definition || definition.item !== node) continue;
    const before = links.get(node);
    if (before) before.from.push(at);
    else links.set(node, { item: itemOf(analysis, definition), from: [at] });
  }
  return [...links.values()];
}

/** The items of `kind` that the item names. */
function namedIn(analysis: Analysis, { kind: of, item }: Definition, kind: ThreadKind): readonly ThreadLink[] {
  const index = referenceIndexOf(analysis);
  return referencesOf(of, item, kind).flatMap(at => {
    const definition = index.named([kind], at.text);
    return definition ? [{ item: itemOf(analysis, definition), from: [at] }] : [];
  });
}

function referencesOf(of: string, item: MapNode, kind: ThreadKind): readonly (Span & { readonly text: string })[] {
  const fields =
    of === 'line'
      ? kind === 'scheme'
        ? [readBudgetLine(item).scheme]
        : readBudgetLine(item).fundedBy.shares.map(share => share.contribution)
      : of === 'contribution'
        ? [readContribution(item).partner]
        : readScheme(item).outcomes;
  return fields.flatMap(({ node }) => (node?.kind === 'scalar' ? [node] : []));
}

function itemOf(analysis: Analysis, definition: Definition): ThreadItem {
  const { kind, id, item } = definition;
  const pence = moneyOf(analysis, definition);
  const word = noun(kind);
  const called = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const at = { start: Math.min(item.start, id.start), end: Math.max(item.end, id.end) };
  return {
    kind: kind as ThreadKind,
    id: id.text,
    name: nameOf(definition),
    detail: pence === undefined ? called : `${called}, ${formatMoney(pence)}`,
    at,
    nameAt: { start: id.start, end: id.end },
  };
}

function moneyOf({ index }: Analysis, { kind, item }: Definition): number | undefined {
  switch (kind) {
    case 'scheme':
      return index?.moneyOverPeriod(readScheme(item));
    case 'line':
      return index?.overPeriod(readBudgetLine(item).amounts);
    case 'contribution':
      return index?.overPeriod(readContribution(item).amounts);
    default:
      return undefined;
  }
}
