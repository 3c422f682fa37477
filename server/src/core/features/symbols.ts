/** The outline of a document: sections and their items by their own names, with their money. */
import type { Analysis } from '../analysis';
import { readBudgetLine, readContribution } from '../model/budget';
import { readScheme, readStop } from '../model/items';
import { formatMoney, readMoney } from '../model/money';
import type { PlanIndex } from '../model/plan-index';
import { type Shape, shapeNamed, shapeOfItems, shapeUnder } from '../schema/shape';
import { type Entry, isEmpty, MapNode, type Node } from '../syntax/node';
import type { Span } from '../text/span';

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
  const kind = analysis.document?.kind ?? 'one-plan';
  const plan = shapeNamed(kind);
  return analysis.tree.root.entries.flatMap(entry =>
    sectionSymbol(entry, shapeUnder(plan, entry.key.text, entry.value), analysis.index),
  );
}

function sectionSymbol(
  { key, value }: Entry,
  shape: Shape | undefined,
  index: PlanIndex | undefined,
): readonly PlanSymbol[] {
  const at = { start: key.start, end: Math.max(key.end, value.end) };
  const children = shape ? childrenOf(value, shape, index) : [];
  if (key.text.trim() === '') return [];
  const counted = value.kind === 'list' ? String(value.items.length) : '';
  const detail =
    value.kind === 'scalar' && value.style !== 'literal' && value.style !== 'folded' ? oneLine(value.text) : counted;
  return [
    {
      name: shape?.schema.title ?? key.text,
      detail,
      kind: children.length > 0 ? 'section' : 'key',
      item: undefined,
      at,
      nameAt: key,
      children,
    },
  ];
}

/** Items of a list, and the lists within a section. */
function childrenOf(node: Node, shape: Shape, index: PlanIndex | undefined): readonly PlanSymbol[] {
  if (node.kind === 'list') {
    return node.items.flatMap(item => {
      const inner = shapeOfItems(shape, item);
      return item instanceof MapNode && inner ? [itemSymbol(item, inner, index)] : [];
    });
  }
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(entry => {
    const inner = shapeUnder(shape, entry.key.text, entry.value);
    if (!inner || isEmpty(entry.value)) return [];
    const named = inner.schema['x-noun'] !== undefined || entry.value.kind === 'list' || shape.schema['x-section'];
    return named ? sectionSymbol(entry, inner, index) : [];
  });
}

function itemSymbol(node: MapNode, { schema, def }: Shape, index: PlanIndex | undefined): PlanSymbol {
  const nameKey = schema['x-item-name'] ?? 'name';
  const named = [nameKey, 'id'].map(key => node.get(key)).find(value => value?.kind === 'scalar' && !isEmpty(value));
  const name = named?.kind === 'scalar' ? oneLine(named.text) : `${schema['x-noun'] ?? 'Item'} without a name`;
  const nameAt = named ?? node.entries[0]?.key ?? { start: node.start, end: node.start };
  return {
    name: name || '?',
    detail: detailOf(node, def, index),
    kind: 'item',
    item: schema['x-kind'],
    at: around(node, nameAt),
    nameAt,
    children: [],
  };
}

/** A name may stand outside what recovery made of its item: the item's span then takes it in. */
function around(node: Span, name: Span): Span {
  return { start: Math.min(node.start, name.start), end: Math.max(node.end, name.end) };
}

function detailOf(node: MapNode, def: string | undefined, index: PlanIndex | undefined): string {
  switch (def) {
    case 'budget-line':
      return money(index?.overPeriod(readBudgetLine(node).amounts));
    case 'contribution':
      return money(index?.overPeriod(readContribution(node).amounts));
    case 'stop':
      return money(index?.overPeriod(readStop(node).amounts));
    case 'scheme':
      return money(index?.moneyOverPeriod(readScheme(node)));
    case 'bcf-scheme':
    case 'transfer':
      return money(amountOf(node.get('amount')));
    default:
      return (
        textOf(node.get('deadline')) ||
        textOf(node.get('post')) ||
        textOf(node.get('code')) ||
        textOf(node.get('covers'))
      );
  }
}

function money(pence: number | undefined): string {
  return pence === undefined ? '' : formatMoney(pence);
}

function amountOf(node: Node | undefined): number | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const reading = readMoney(node.text);
  return 'pence' in reading ? reading.pence : undefined;
}

function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' ? oneLine(node.text) : '';
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
