/**
 * Keys typed before the editor had indented their line, as happens on a slow machine or in a long plan: such a line
 * starts where the one above it does. The key is indented under its parent where the format allows it there and not
 * where it stands.
 */
import { type BlockLine, blockLine, lineBefore } from '../cursor/block-line';
import { cursorAt } from '../cursor/cursor';
import { shapesAt, shapesUnder } from '../cursor/shape-at';
import type { DocumentKind } from '../schema/shape';
import type { TextEdit } from '../text/edit';
import { lineEnd } from '../text/line-bounds';

/** Upper bound on lines that are typed before an editor catches up. */
const MOST_LINES = 20;

/** Indents the key on the line at `last`, and those right above it that are late too; offsets are of line starts. */
export function indentLateKeys(text: string, kind: DocumentKind, last: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let moved = text;
  let shift = 0;
  for (const start of lateKeys(text, kind, last)) {
    const missing = missingIndent(moved, kind, start + shift);
    if (missing === '') return [];
    edits.push({ at: { start, end: start }, text: missing });
    moved = indented(moved, start + shift, missing);
    shift += missing.length;
  }
  return edits;
}

/** The line at `last` and those right above with a key in the same column that may not stand there, from the top. */
function lateKeys(text: string, kind: DocumentKind, last: number): readonly number[] {
  const starts: number[] = [];
  const lowest = lineAt(text, last);
  let line: BlockLine | undefined = lowest;
  while (line?.key !== undefined && line.dashes.length === 0 && line.column === lowest.column) {
    if (starts.length === MOST_LINES || isKnown(text, kind, line.start + line.column, line.key)) break;
    starts.unshift(line.start);
    line = lineBefore(text, line.start, Number.POSITIVE_INFINITY);
  }
  return starts;
}

/** What is missing in front of the key on the line at `start`; nothing where the format knows it no further in either. */
function missingIndent(text: string, kind: DocumentKind, start: number): string {
  const { key, column } = lineAt(text, start);
  const above = lineBefore(text, start, Number.POSITIVE_INFINITY);
  if (key === undefined || !above) return '';
  const missing = ' '.repeat(Math.max(0, (above.opens ? above.column + 2 : above.column) - column));
  const isKnownThere = isKnown(indented(text, start, missing), kind, start + missing.length + column, key);
  return isKnownThere ? missing : '';
}

function isKnown(text: string, kind: DocumentKind, offset: number, key: string): boolean {
  const { path = [] } = cursorAt(text, offset) ?? {};
  return shapesUnder(shapesAt(kind, path), key).length > 0;
}

function lineAt(text: string, start: number): BlockLine {
  return blockLine(text.slice(start, lineEnd(text, start)), start);
}

function indented(text: string, start: number, spaces: string): string {
  return text.slice(0, start) + spaces + text.slice(start);
}
