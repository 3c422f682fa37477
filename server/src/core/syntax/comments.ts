/** The comments of a text, found when they are asked for. */
import type { Span } from '../text/span';
import type { SyntaxTree } from './parse';
import type { Node } from './tree/node';

export interface Comment {
  /** From the `#` to the end of its line. */
  readonly at: Span;
  readonly text: string;
  /** Whether nothing else stands on the line. */
  readonly ownLine: boolean;
}

/** All comments of `tree`, in order; a `#` inside a text is none. */
export function commentsOf(tree: SyntaxTree): readonly Comment[] {
  const { text } = tree;
  if (!text.includes('#')) return [];
  const texts = [...textsWithHash(tree.root, text), ...(tree.other ? textsWithHash(tree.other, text) : [])];
  texts.sort((a, b) => a.start - b.start);
  let next = 0;
  const comments: Comment[] = [];
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    const before = at === 0 ? '\n' : (text[at - 1] ?? '\n');
    while ((texts[next]?.end ?? at + 1) <= at) next++;
    if (!/[\s\ufeff]/.test(before) || (texts[next]?.start ?? text.length) <= at) continue;
    REST_OF_LINE.lastIndex = at;
    REST_OF_LINE.test(text);
    const end = REST_OF_LINE.lastIndex;
    comments.push({
      at: { start: at, end },
      text: text.slice(at, end),
      ownLine: startsLine(text, at),
    });
    at = Math.max(at, end - 1);
  }
  return comments;
}

const REST_OF_LINE = /[^\r\n]*/y;

/** Whether there is nothing but white space before `offset` on its line. */
function startsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && /[ \t\ufeff]/.test(text[at - 1] ?? '')) at--;
  return at === 0 || /[\r\n]/.test(text[at - 1] ?? '');
}

/** The texts that hold a `#` themselves: the only ones in which a comment may be seen where there is none. */
function textsWithHash(root: Node, text: string): Span[] {
  const found: Span[] = [];
  let searched = 0;
  let hash = text.indexOf('#');
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (node.kind !== 'scalar') {
      if (seen.has(node)) return;
      seen.add(node);
    }
    const { start, end } = node;
    // Nodes come in the order of the text, but for those that an alias shows again.
    if (start < searched || (hash >= 0 && hash < start)) hash = text.indexOf('#', start);
    searched = start;
    if (hash < 0 || hash >= end) return;
    if (node.kind === 'scalar') {
      found.push({ start, end });
      return;
    }
    if (node.kind === 'list') for (const item of node.items) visit(item);
    else
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
  };
  visit(root);
  return found;
}
