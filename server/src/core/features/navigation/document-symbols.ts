/**
 * The outline of a document: sections and their items by their own names, with their money. Breadcrumbs and the lines
 * that stay in view while scrolling are made of it, so each symbol takes in all of its text.
 */

import type { Analysis } from '../../analysis';
import { readBudgetLine, readContribution, readFund } from '../../model/budget';
import { sum } from '../../model/field';
import { readScheme, readStop } from '../../model/items';
import { nameKeyOf, type Shape, shapeNamed, shapeOfItems, shapeUnder } from '../../schema/shape';
import { type Entry, isEmpty, MapNode, type Node } from '../../syntax/tree/node';
import { count, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { shorten } from '../../text/words';
import { formatMoney } from '../../values/money';
import { nameOf, shownText } from '../shared/item-name';
import { linesByFund } from '../shared/lines-of-fund';
import { referenceIndexOf } from '../shared/reference-index';

export interface PlanSymbol {
  readonly name: string;
  /** What stands beside the name: money, a date, a lead. */
  readonly detail: string;
  readonly kind: 'section' | 'item' | 'key';
  /** The kind of item ("scheme"), where it has one. */
  readonly item: string | undefined;
  readonly at: Span;
  /** The name itself, within `at`. */
  readonly nameAt: Span;
  readonly children: readonly PlanSymbol[];
}

export function symbolsOf(analysis: Analysis): readonly PlanSymbol[] {
  const plan = shapeNamed(analysis.document?.kind ?? 'one-plan');
  return analysis.tree.root.entries.flatMap(entry => entrySymbol(entry, plan, analysis));
}

function entrySymbol(entry: Entry, parent: Shape, analysis: Analysis): readonly PlanSymbol[] {
  const { key, value } = entry;
  if (key.text.trim() === '') return [];
  const shape = shapeUnder(parent, key.text, value);
  const children = shape ? childrenOf(value, shape, analysis) : [];
  const isFixed = parent.schema.properties !== undefined && Object.hasOwn(parent.schema.properties, key.text);
  return [
    {
      name: isFixed ? said(shape?.schema.title ?? key.text) : shorten(key.text),
      detail: detailOfEntry(entry, shape, analysis),
      kind: children.length > 0 ? 'section' : 'key',
      item: undefined,
      at: { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) },
      nameAt: { start: key.start, end: key.end },
      children,
    },
  ];
}

function detailOfEntry({ key, value }: Entry, shape: Shape | undefined, { document, index }: Analysis): string {
  if (value.kind === 'list') return String(value.items.length);
  if (value.kind === 'scalar')
    return value.style === 'literal' || value.style === 'folded' ? '' : shownText(value, 100);
  if (shape?.def !== 'service' || document?.kind !== 'one-plan' || !index) return '';
  const lines = index.linesOfService(key.text);
  return lines.length === 0 ? '' : money(sum(lines.map(line => index.overPeriod(line.amounts))));
}

/** Items of a list, and the lists and keys within a section. */
function childrenOf(node: Node, shape: Shape, analysis: Analysis): readonly PlanSymbol[] {
  if (node.kind === 'list') {
    return node.items.flatMap(item => {
      const inner = shapeOfItems(shape, item);
      return item instanceof MapNode && inner ? [itemSymbol(item, inner, analysis)] : [];
    });
  }
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(entry => {
    const inner = shapeUnder(shape, entry.key.text, entry.value);
    if (!inner || isEmpty(entry.value)) return [];
    const isShown = inner.schema['x-noun'] !== undefined || entry.value.kind === 'list' || shape.schema['x-section'];
    return isShown ? entrySymbol(entry, shape, analysis) : [];
  });
}

function itemSymbol(node: MapNode, shape: Shape, analysis: Analysis): PlanSymbol {
  const { schema, def } = shape;
  const keys = [nameKeyOf(shape), 'id'];
  const named = keys.map(key => node.get(key)).find(value => shownText(value) !== '');
  const nameAt = named ?? node.entries[0]?.key ?? { start: node.start, end: node.start };
  return {
    name: named ? shownText(named, 100) : say`${schema['x-noun'] ?? 'Item'} without a name`,
    detail: detailOfItem(node, def, analysis),
    kind: 'item',
    item: schema['x-kind'],
    // A name may stand outside what recovery made of its item, or come from an alias: the symbol takes it in.
    at: { start: Math.min(node.start, nameAt.start), end: Math.max(node.end, nameAt.end) },
    nameAt: { start: nameAt.start, end: nameAt.end },
    children: [],
  };
}

/** What a reader wants to see beside the name: money where there is some, or else what tells the items apart. */
function detailOfItem(node: MapNode, def: string | undefined, analysis: Analysis): string {
  const { index } = analysis;
  switch (def) {
    case 'budget-line':
      return money(index?.overPeriod(readBudgetLine(node).amounts));
    case 'contribution':
      return money(index?.overPeriod(readContribution(node).amounts));
    case 'stop':
      return money(index?.overPeriod(readStop(node).amounts));
    case 'scheme': {
      const scheme = readScheme(node);
      const isPaid = index !== undefined && index.linesOfScheme(scheme.id.value).length > 0;
      return isPaid ? money(index.moneyOverPeriod(scheme)) : say`no budget line`;
    }
    case 'fund': {
      const lines = linesByFund(analysis).get(readFund(node).id.value ?? '') ?? [];
      return lines.length === 0 ? '' : money(sum(lines.map(line => index?.overPeriod(line.amounts))));
    }
    case 'incorporated-plan': {
      const schemes = node.get('schemes');
      return schemes instanceof MapNode ? count(schemes.entries.length, 'scheme') : '';
    }
    default:
      return DETAILS.map(key => named(node.get(key), analysis)).find(text => text !== '') ?? '';
  }
}

/** Of items without money of their own, the first of these keys that is filled in. */
const DETAILS = [
  'amount',
  'limit',
  'deadline',
  'post',
  'code',
  'person',
  'owner',
  'employer',
  'organisation',
  'expires',
  'type',
];

/** The text, or the name of the person or partner that it stands for. */
function named(node: Node | undefined, analysis: Analysis): string {
  const text = shownText(node, 100);
  const meant = text === '' ? undefined : referenceIndexOf(analysis).named(['person', 'partner'], text);
  return meant ? nameOf(meant) : text;
}

function money(pence: number | undefined): string {
  return pence === undefined ? '' : formatMoney(pence);
}
