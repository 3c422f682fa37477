/** Whether two readings of a plan mean the same, whatever the order of keys; and whether no comment was lost. */
import { commentsOf } from '../syntax/comments';
import type { SyntaxTree } from '../syntax/parse';
import type { MapNode, Node } from '../syntax/tree/node';

/** Values, lists in their order, keys in any order; of a key that stands twice each occurrence in its order. */
export function sameMeaning(a: Node, b: Node): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text && Object.is(a.value, b.value);
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => {
      const other = b.items[index];
      return other !== undefined && sameMeaning(item, other);
    });
  }
  return b.kind === 'map' && sameEntries(a, b);
}

/** Whether both texts have the same comments; they may have moved with their keys. */
export function sameComments(a: SyntaxTree, b: SyntaxTree): boolean {
  const before = wordsOfComments(a).sort();
  const after = wordsOfComments(b).sort();
  return before.length === after.length && before.every((comment, index) => comment === after[index]);
}

function wordsOfComments(tree: SyntaxTree): string[] {
  return commentsOf(tree).map(({ text }) => text.trimEnd());
}

function sameEntries(a: MapNode, b: MapNode): boolean {
  if (a.entries.length !== b.entries.length) return false;
  const others = new Map<string, Node[]>();
  for (const { key, value } of b.entries) {
    const known = others.get(key.text);
    if (known) known.push(value);
    else others.set(key.text, [value]);
  }
  return a.entries.every(({ key, value }) => {
    const other = others.get(key.text)?.shift();
    return other !== undefined && sameMeaning(value, other);
  });
}
