/** The item behind an id, told in full. */

import type { Analysis } from '../../analysis';
import type { ShapedNode } from '../../cursor/nodes-at';
import { noun } from '../../schema/reference-faults';
import type { Definition } from '../../schema/references';
import { type Shape, shapeOfItems, shapeUnder } from '../../schema/shape';
import { isEmpty, MapNode, type Node } from '../../syntax/tree/node';
import { said, say } from '../../text/say';
import { shorten } from '../../text/words';
import type { Fact } from '../shared/fact';
import { idAmong } from '../shared/id-at';
import { nameOf, shapeOfKind, shownText } from '../shared/item-name';
import { type ReferenceIndex, referenceIndexOf } from '../shared/reference-index';
import { factsPart, type Hover, textPart } from './hover-part';
import { moneyOf } from './money';

/** What the id at the innermost of `nodes` names; `undefined` where no id of an item of the plan stands. */
export function hoverItem(analysis: Analysis, nodes: readonly ShapedNode[]): Hover | undefined {
  const found = idAmong(analysis, nodes);
  if (!found?.definition) return undefined;
  const index = referenceIndexOf(analysis);
  const { kind, id } = found.definition;
  const word = noun(kind);
  return {
    at: found.at,
    title: `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${nameOf(found.definition)}`,
    parts: [
      ...factsPart(factsOf(found.definition, index)),
      ...factsPart(moneyOf(analysis, found.definition)),
      ...textPart(usesOf(kind, index.uses(kind, id.text).length)),
    ],
  };
}

function usesOf(kind: string, uses: number): string {
  if (kind === 'bcf-scheme') return say`A scheme of an old plan.`;
  if (uses === 0) return say`Nothing else in this plan refers to this ${noun(kind)}.`;
  return uses === 1
    ? say`One place in this plan refers to this ${noun(kind)}.`
    : say`${uses} places in this plan refer to this ${noun(kind)}.`;
}

const mostFacts = 10;

/** The item's own values; ids with the names behind them. */
function factsOf({ kind, item }: Definition, index: ReferenceIndex): readonly Fact[] {
  const shape = shapeOfKind(kind);
  const facts = item.entries.flatMap(({ key, value }): Fact[] => {
    if (key.text === 'id' || key.text === shape.schema['x-item-name'] || key.text === 'amounts') return [];
    const inner = shapeUnder(shape, key.text, value);
    const text = inner ? told(value, inner, index) : '';
    return text === '' ? [] : [{ label: said(inner?.schema.title ?? shorten(key.text)), value: text }];
  });
  return facts.slice(0, mostFacts);
}

function told(node: Node, shape: Shape, index: ReferenceIndex): string {
  if (isEmpty(node)) return '';
  if (node.kind === 'scalar') {
    const named = shape.schema['x-ref'] && index.named(shape.schema['x-ref'], node.text);
    return named ? nameOf(named) : shownText(node);
  }
  if (node instanceof MapNode) return '';
  const items = node.items.flatMap(item => {
    const inner = shapeOfItems(shape, item);
    const text = inner ? told(item, inner, index) : '';
    return text === '' ? [] : [text];
  });
  return shorten(items.join(', '), 240);
}
