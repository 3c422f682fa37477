/**
 * Keys that the format does not have and that stand for one that it has: "leads" for `lead`. The tree is read with them
 * as that key, so that what is only misnamed is not missing as well. Nodes are not changed: those that hold such a key,
 * and what they stand in, are made anew, once for as long as their text stands.
 */
import { type Entry, ListNode, MapNode, type Node } from '../syntax/tree/node';
import { keyMeant } from './key-meant';
import { perShape } from './per-shape';
import { type Shape, shapeOfItems, shapeUnder } from './shape';

/** `root`, a mapping of `shape`, with the aliases of its keys; `root` itself where there are none. */
export function withAliases(root: MapNode, shape: Shape): MapNode {
  return mapWith(root, shape);
}

const nodeWith = perShape((node, shape, _first: undefined, _second: undefined): Node => {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'map')
    return mapWith(node, shape.schema.type === 'array' ? (onlyItem(node, shape) ?? shape) : shape);
  const items = changed(node.items, item => {
    const inner = shapeOfItems(shape, item);
    return inner ? nodeWith(item, inner, undefined, undefined) : item;
  });
  return items === node.items ? node : new ListNode(node.origin, node.from, node.to, items, node.style);
});

/** What a mapping is that stands in the place of a list: its only item, without its dash. */
function onlyItem(node: MapNode, list: Shape): Shape | undefined {
  return shapeOfItems(list, node);
}

function mapWith(node: MapNode, shape: Shape): MapNode {
  const meant = new Map<Entry, string>();
  const taken = new Set<string>();
  const entries = changed(node.entries, entry => {
    let inner = shapeUnder(shape, entry.key.text, entry.value);
    const key = inner ? undefined : keyMeant(entry.key.text, node, shape);
    if (key !== undefined && !taken.has(key)) {
      taken.add(key);
      inner = shapeUnder(shape, key, entry.value);
    }
    const value = inner ? nodeWith(entry.value, inner, undefined, undefined) : entry.value;
    const read = value === entry.value ? entry : { key: entry.key, value };
    if (key !== undefined && inner) meant.set(read, key);
    return read;
  });
  if (meant.size === 0 && entries === node.entries) return node;
  const aliases = new Map([...meant].map(([entry, key]) => [key, entry]));
  return new MapNode(node.origin, node.from, node.to, entries, node.style, aliases);
}

/** `list` with what `change` makes of each; `list` itself where that is the same. */
function changed<T>(list: readonly T[], change: (each: T) => T): readonly T[] {
  let result: T[] | undefined;
  for (const [index, each] of list.entries()) {
    const now = change(each);
    if (now !== each && !result) result = list.slice(0, index);
    result?.push(now);
  }
  return result ?? list;
}
