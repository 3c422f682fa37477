/** An edit of spacing, and what the parts of the formatter ask of a line. */
import type { TextEdit } from '../text/edit';
import type { LineIndex } from '../text/line-index';

/** An edit of spacing; `moves` where it moves a line to another column or joins two. */
export interface SpacingEdit extends TextEdit {
  readonly moves: boolean;
}

/** How far the first word of `line` is from its start; a tab or a byte order mark is no part of an indentation. */
export function indentOf(text: string, lines: LineIndex, line: number): number {
  const start = lines.startOf(line);
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/** Whether only spaces and tabs stand on `line`. */
export function isBlank(text: string, lines: LineIndex, line: number): boolean {
  return /^[ \t]*$/.test(text.slice(lines.startOf(line), lines.endOf(line)));
}
