/** Codes under the cursor, told by the reference tables and by the plan's framework. */

import type { ShapedNode } from '../../cursor/nodes-at';
import type { Framework } from '../../reference/framework';
import { MapNode, type ScalarNode } from '../../syntax/tree/node';
import { listedMeaning, meaningOf } from '../shared/code-names';
import { factsPart, type Hover } from './hover-part';

/** The place, organisation or measure that a code means. */
export function hoverCode(
  nodes: readonly ShapedNode[],
  node: ScalarNode,
  framework: Framework | undefined,
): Hover | undefined {
  const found = nodes.at(-1);
  const item = nodes.at(-2)?.node;
  const of = found?.parent?.def;
  if (found?.entry?.key.text !== 'code' || !(item instanceof MapNode) || of === undefined) return undefined;
  const meaning =
    meaningOf(of, node.text, item) ?? (of === 'outcome' ? listedMeaning(node.text, item, framework) : undefined);
  return meaning && { at: node, title: `${node.text}: ${meaning.name}`, parts: factsPart(meaning.facts) };
}
