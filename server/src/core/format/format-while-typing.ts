/**
 * Formatting while typing: the indentation of a new line after Enter, the column of a dash that begins an item, and the
 * column of a key typed before its line was indented. Reads the lines above and not the tree, because the text rarely
 * parses at that moment.
 */
import { type BlockLine, blockLine, lineBefore } from '../cursor/block-line';
import { cursorAt } from '../cursor/cursor';
import { flowAt } from '../cursor/flow-cursor';
import { nodesAt } from '../cursor/nodes-at';
import { shapesAt, shapesUnder } from '../cursor/shape-at';
import type { DocumentKind } from '../schema/shape';
import type { SyntaxTree } from '../syntax/parse';
import type { TextEdit } from '../text/edit';
import { lineEnd, lineStart } from '../text/line-bounds';
import { indentLateKeys } from './indent-late-keys';

/** The edits after `typed` was written up to `offset`: a line break, a dash, or the colon behind a key. */
export function formatWhileTyping(
  tree: SyntaxTree,
  kind: DocumentKind,
  offset: number,
  typed: string,
): readonly TextEdit[] {
  if (isInText(tree, offset) || flowAt(tree.text, offset)) return [];
  if (typed === '-') return indentDash(tree.text, kind, offset);
  if (typed === ':') return indentKey(tree.text, kind, offset);
  return typed.endsWith('\n') ? indentNewLine(tree, kind, offset) : [];
}

/** Within a block text nothing is formatted while typing. */
function isInText({ root }: SyntaxTree, offset: number): boolean {
  const node = nodesAt(root, offset).at(-1)?.node;
  return node?.kind === 'scalar' && node.start < offset && offset <= node.end && /literal|folded/.test(node.style);
}

/** After a key that opens something two columns in; after a key with its value below the key; after an item below its dash. */
function indentNewLine(tree: SyntaxTree, kind: DocumentKind, offset: number): readonly TextEdit[] {
  const { text } = tree;
  const start = lineStart(text, offset);
  const end = lineEnd(text, start);
  const above = lineBefore(text, start, Number.POSITIVE_INFINITY);
  if (above && isInText(tree, above.start)) return [];
  if (!above || text.slice(start, end).trim() !== '' || /\S/.test(text.slice(lineEnd(text, above.start), start)))
    return [];
  const content = text.slice(above.start, lineEnd(text, above.start));
  const opensText = /[|>][-+\d]*\s*$/.test(content);
  const late = indentLateKeys(text, kind, above.start);
  const column = (above.opens || opensText ? above.column + 2 : columnBelow(above)) + (late.at(-1)?.text.length ?? 0);
  const trimmed = content.length - content.trimEnd().length;
  const behind = above.start + content.length;
  return [
    ...late,
    ...(trimmed === 0 ? [] : [{ at: { start: behind - trimmed, end: behind }, text: '' }]),
    ...(end - start === column ? [] : [{ at: { start, end }, text: ' '.repeat(column) }]),
  ];
}

/** Acts only on the colon that ends the key of a line. */
function indentKey(text: string, kind: DocumentKind, offset: number): readonly TextEdit[] {
  const start = lineStart(text, offset);
  const { colon } = blockLine(text.slice(start, lineEnd(text, start)), start);
  return colon === offset - 1 ? indentLateKeys(text, kind, start) : [];
}

function columnBelow({ key, column, dashes }: BlockLine): number {
  return key === undefined ? (dashes.at(-1) ?? column) : column;
}

/** The dash goes under the dashes of the list that the line is in, or two columns in from the key that opens a list. */
function indentDash(text: string, kind: DocumentKind, offset: number): readonly TextEdit[] {
  const start = lineStart(text, offset);
  if (!/^ *-$/.test(text.slice(start, offset)) || text.slice(offset, lineEnd(text, offset)).trim() !== '') return [];
  const column = offset - 1 - start;
  const wanted = dashColumn(text, kind, start, column);
  return wanted === undefined || wanted === column
    ? []
    : [{ at: { start, end: start + column }, text: ' '.repeat(wanted) }];
}

function dashColumn(text: string, kind: DocumentKind, start: number, column: number): number | undefined {
  const above = lineBefore(text, start, Number.POSITIVE_INFINITY);
  if (!above) return undefined;
  if (opensList(text, kind, above)) return above.column + 2;
  for (let line: BlockLine | undefined = above; line; line = lineBefore(text, line.start, column)) {
    const dash = line.dashes.findLast(at => at <= column);
    if (dash !== undefined) return dash;
    if (line.opens && line.column <= column) return opensList(text, kind, line) ? dashBelow(text, line) : undefined;
  }
  return undefined;
}

/** Whether the line ends with a key whose value is a list. */
function opensList(text: string, kind: DocumentKind, { opens, key, start, column }: BlockLine): boolean {
  if (!opens || key === undefined) return false;
  const { path = [] } = cursorAt(text, start + column) ?? {};
  return shapesUnder(shapesAt(kind, path), key).some(({ schema }) => schema.items !== undefined);
}

/** Where the list below a key has its dashes. */
function dashBelow(text: string, { start, column }: BlockLine): number {
  const below = /^( *)- /m.exec(text.slice(lineEnd(text, start)));
  return below?.[1]?.length ?? column + 2;
}
