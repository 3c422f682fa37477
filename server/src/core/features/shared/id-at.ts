/** The id under the cursor: one that an item defines, or one that refers to an item. */
import type { Analysis } from '../../analysis';
import { type ShapedNode, shapedNodesAt } from '../../cursor/nodes-at';
import type { Definition } from '../../schema/references';
import { isEmpty, MapNode, type ScalarNode } from '../../syntax/tree/node';
import { referenceIndexOf } from './reference-index';

export interface IdAt {
  readonly at: ScalarNode;
  readonly kind: string;
  /** The item; `undefined` where none has the id. */
  readonly definition: Definition | undefined;
}

/** The id at `offset`; `undefined` where something else stands. */
export function idAt(analysis: Analysis, offset: number): IdAt | undefined {
  const { document, tree } = analysis;
  return document && idAmong(analysis, shapedNodesAt(tree.root, document.kind, offset));
}

/** The same for the nodes at an offset. */
export function idAmong(analysis: Analysis, nodes: readonly ShapedNode[]): IdAt | undefined {
  const found = nodes.at(-1);
  if (found?.node.kind !== 'scalar' || isEmpty(found.node)) return undefined;
  const at = found.node;
  const kind = found.parent?.schema['x-kind'];
  const item = nodes.at(-2)?.node;
  if (kind !== undefined && !found.isKey && found.entry?.key.text === 'id' && item instanceof MapNode)
    return { at, kind, definition: { kind, id: at, item } };
  const kinds = (found.isKey ? found.keyShape : found.shape)?.schema['x-ref'];
  if (!kinds) return undefined;
  const definition = referenceIndexOf(analysis).named(kinds, at.text);
  return { at, kind: definition?.kind ?? kinds[0] ?? '', definition };
}
