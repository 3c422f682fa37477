/** The nodes at an offset, from the root inwards, each with its key or list position. */
import type { DocumentKind, Shape } from '../schema/shape';
import { shapeNamed, shapeOfItems, shapeOfKeys, shapeUnder } from '../schema/shape';
import type { Entry, MapNode, Node } from '../syntax/tree/node';
import { type Span, touches } from '../text/span';

export interface NodeAt {
  readonly node: Node;
  /** The entry of a mapping that the node belongs to, as key or as value. */
  readonly entry: Entry | undefined;
  readonly isKey: boolean;
}

/** From the root to the innermost node that `offset` touches; where two nodes meet, the one that begins there. */
export function nodesAt(root: MapNode, offset: number): readonly NodeAt[] {
  const nodes: NodeAt[] = [{ node: root, entry: undefined, isKey: false }];
  for (let inner = innerAt(root, offset); inner; inner = innerAt(inner.node, offset)) {
    nodes.push(inner);
    if (inner.isKey) break;
  }
  return nodes;
}

function innerAt(node: Node, offset: number): NodeAt | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const item = chosen(node.items, candidate => candidate, offset);
    return item && { node: item, entry: undefined, isKey: false };
  }
  const onKey = chosen(node.entries, entry => entry.key, offset);
  const onValue = chosen(node.entries, entry => entry.value, offset);
  if (onKey && (!onValue || onKey.key.start === offset || onValue.value.end === offset || onValue === onKey))
    return { node: onKey.key, entry: onKey, isKey: true };
  return onValue && { node: onValue.value, entry: onValue, isKey: false };
}

/** The candidate whose span contains `offset`, else the one that ends there. */
function chosen<T>(candidates: readonly T[], spanOf: (candidate: T) => Span, offset: number): T | undefined {
  let ending: T | undefined;
  for (const candidate of candidates) {
    const span = spanOf(candidate);
    if (!touches(span, offset)) continue;
    if (offset < span.end) return candidate;
    ending ??= candidate;
  }
  return ending;
}

export interface ShapedNode extends NodeAt {
  /** The shape of the node; for a key, the shape of its value. */
  readonly shape: Shape | undefined;
  /** The shape of keys that are no fixed words: financial years, ids. */
  readonly keyShape: Shape | undefined;
  /** The shape of the mapping or list that contains the node. */
  readonly parent: Shape | undefined;
}

/** `nodesAt` with the shape of each node. */
export function shapedNodesAt(root: MapNode, kind: DocumentKind, offset: number): readonly ShapedNode[] {
  return shapedNodesBelow(root, shapeNamed(kind), offset);
}

/** `shapedNodesAt` for a document whose root has the shape `whole`. */
export function shapedNodesBelow(root: MapNode, whole: Shape, offset: number): readonly ShapedNode[] {
  let shape: Shape | undefined;
  let parent: Shape | undefined;
  return nodesAt(root, offset).map((at, index): ShapedNode => {
    parent = shape;
    if (index === 0) shape = whole;
    else if (shape)
      shape = at.entry ? shapeUnder(shape, at.entry.key.text, at.entry.value) : shapeOfItems(shape, at.node);
    return { ...at, shape, keyShape: at.isKey && parent ? shapeOfKeys(parent) : undefined, parent };
  });
}
