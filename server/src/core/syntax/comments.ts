/** The comments of a text, found when they are asked for. */
import type { Span } from '../text/span';
import type { Node } from './node';
import type { SyntaxTree } from './parse';

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
  const texts = textsWithHash(tree.root, text);
  const comments: Comment[] = [];
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    const before = at === 0 ? '\n' : (text[at - 1] ?? '\n');
    if (!/[\s\ufeff]/.test(before) || texts.some(span => span.start <= at && at < span.end)) continue;
    const newline = text.slice(at).search(/[\r\n]/);
    const end = newline < 0 ? text.length : at + newline;
    const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
    comments.push({
      at: { start: at, end },
      text: text.slice(at, end),
      ownLine: text.slice(lineStart, at).trim() === '',
    });
    at = Math.max(at, end - 1);
  }
  return comments;
}

function textsWithHash(node: Node, text: string): readonly Span[] {
  if (node.kind === 'scalar') return text.slice(node.start, node.end).includes('#') ? [node] : [];
  if (node.kind === 'list') return node.items.flatMap(item => textsWithHash(item, text));
  return node.entries.flatMap(({ key, value }) => [...textsWithHash(key, text), ...textsWithHash(value, text)]);
}
