/** The nodes that stand at an offset, from the root inwards, each with the key or the place in a list it has. */
import type { DocumentKind, Shape } from '../schema/shape';
import { shapeNamed, shapeOfItems, shapeOfKeys, shapeUnder } from '../schema/shape';
import type { Entry, MapNode, Node } from '../syntax/node';
import { touches } from '../text/span';

export interface NodeAt {
  readonly node: Node;
  /** The entry of a mapping that the node belongs to, as key or as value. */
  readonly entry: Entry | undefined;
  readonly isKey: boolean;
}

/** From the root to the innermost node that `offset` touches. */
export function nodesAt(root: MapNode, offset: number): readonly NodeAt[] {
  const nodes: NodeAt[] = [{ node: root, entry: undefined, isKey: false }];
  for (;;) {
    const inner = innerAt(nodes.at(-1)?.node ?? root, offset);
    if (!inner) return nodes;
    nodes.push(inner);
    if (inner.isKey) return nodes;
  }
}

function innerAt(node: Node, offset: number): NodeAt | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const item = node.items.find(candidate => touches(candidate, offset));
    return item && { node: item, entry: undefined, isKey: false };
  }
  for (const entry of node.entries) {
    if (touches(entry.key, offset)) return { node: entry.key, entry, isKey: true };
    if (touches(entry.value, offset)) return { node: entry.value, entry, isKey: false };
  }
  return undefined;
}

export interface ShapedNode extends NodeAt {
  /** What the format says of the node: of a key, the shape of its value. */
  readonly shape: Shape | undefined;
  /** What the format says of keys that are not fixed words: of a financial year, of an id. */
  readonly keyShape: Shape | undefined;
}

/** The same with what the format says of each. */
export function shapedNodesAt(root: MapNode, kind: DocumentKind, offset: number): readonly ShapedNode[] {
  let shape: Shape | undefined;
  let parent: Shape | undefined;
  return nodesAt(root, offset).map((at, index): ShapedNode => {
    parent = shape;
    if (index === 0) shape = shapeNamed(kind);
    else if (shape)
      shape = at.entry ? shapeUnder(shape, at.entry.key.text, at.entry.value) : shapeOfItems(shape, at.node);
    return { ...at, shape, keyShape: at.isKey && parent ? shapeOfKeys(parent) : undefined };
  });
}
