/** What follows from a node alone is read once, however many versions of its document the node lives through. */
import type { Node } from '../syntax/tree/node';
import { isSameShape, type Shape } from './shape';

/**
 * `read`, remembered for each node: it is asked again only where the node is taken for another shape, or is read with
 * another `first` or `second`.
 */
export function perShape<A, B, T>(
  read: (node: Node, shape: Shape, first: A, second: B) => T,
): (node: Node, shape: Shape, first: A, second: B) => T {
  const known = new WeakMap<Node, { shape: Shape; first: A; second: B; value: T }>();
  return (node, shape, first, second) => {
    const before = known.get(node);
    if (before && before.first === first && before.second === second && isSameShape(before.shape, shape))
      return before.value;
    const value = read(node, shape, first, second);
    known.set(node, { shape, first, second, value });
    return value;
  };
}
