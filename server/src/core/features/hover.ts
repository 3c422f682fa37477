/** What is told of the word under the cursor: the key, the value, the item behind an id, the money, the rule. */
import type { Analysis } from '../analysis';
import { pageOf } from '../rules/index';
import type { Settings } from '../settings';
import type { ScalarNode } from '../syntax/node';
import { type Span, touches } from '../text/span';
import { frameworkHover } from './hover-codes';
import { hoverItem } from './hover-item';
import { hoverMoney } from './hover-money';
import { type ShapedNode, shapedNodesAt } from './nodes-at';

/** One thing that is told. */
export interface Hover {
  readonly at: Span;
  /** Lines of plain text; the edge that shows them escapes them for its own markup. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** What to tell of the word at `offset`. */
export function hover(analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  return ruleInWaiver(analysis, offset) ?? hoverNode(analysis, offset, settings);
}

function ruleInWaiver({ waivers }: Analysis, offset: number): Hover | undefined {
  for (const waiver of waivers) {
    for (const { id, at } of waiver.rules) {
      const page = touches(at, offset) ? pageOf(id) : undefined;
      if (page) return { at, title: page.id, lines: [page.summary, page.why, `Source: ${page.source}`] };
    }
  }
  return undefined;
}

function hoverNode(analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  const kind = analysis.document?.kind;
  if (!kind) return undefined;
  const nodes = shapedNodesAt(analysis.tree.root, kind, offset);
  const found = nodes.at(-1);
  if (!found || found.node.kind !== 'scalar') return undefined;
  const item = hoverItem(analysis, offset);
  if (item) return item;
  if (found.isKey) return hoverKey(analysis, found, found.node, nodes);
  return frameworkHover(found.node, nodes, settings) ?? hoverMoney(analysis, nodes) ?? hoverValue(found, found.node);
}

function hoverKey(
  analysis: Analysis,
  { shape, keyShape }: ShapedNode,
  node: ScalarNode,
  nodes: readonly ShapedNode[],
): Hover | undefined {
  const totals = hoverMoney(analysis, nodes)?.lines ?? [];
  if (keyShape && totals.length > 0) return { at: node, title: node.text, lines: totals };
  if (!shape?.schema.title) return undefined;
  const { title, description, examples } = shape.schema;
  const asked = shape.schema['x-asked-by'];
  const example = examples?.[0];
  return {
    at: node,
    title,
    lines: [
      description ?? '',
      ...(asked ? [`Asked for by the rule ${asked}: ${pageOf(asked)?.why ?? ''}`] : []),
      ...(example !== undefined && typeof example !== 'object'
        ? [`For example: ${node.text}: ${String(example)}`]
        : []),
      ...totals,
    ].filter(line => line !== ''),
  };
}

/** A listed value: what it means. */
function hoverValue({ shape }: ShapedNode, node: ScalarNode): Hover | undefined {
  const index = shape?.schema.enum?.findIndex(value => String(value) === node.text) ?? -1;
  const meaning = shape?.schema['x-enum-descriptions']?.[index];
  return meaning ? { at: node, title: node.text, lines: [meaning] } : undefined;
}
