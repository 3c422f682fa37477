/** The line that a finding is on, with carets under the place. Long lines are cut around it, hidden characters shown. */
import type { ReportRange } from './file-report';
import { visible } from './visible';

/** The two lines of a frame: the source line and the carets under it, as wide as the line is shown. */
export interface CodeFrame {
  readonly source: string;
  readonly carets: string;
}

const widest = 110;
const shownBefore = 50;

/** The frame of `range` in `lines`; a place on several lines is marked to the end of its first. */
export function codeFrame(lines: readonly string[], range: ReportRange): CodeFrame {
  const line = lines[range.start.line - 1] ?? '';
  const start = Math.min(range.start.column - 1, line.length);
  const lineEnd = Math.max(start, line.trimEnd().length);
  const end = range.end.line === range.start.line ? Math.min(range.end.column - 1, line.length) : lineEnd;
  const from = line.length <= widest ? 0 : Math.max(0, Math.min(start - shownBefore, line.length - widest));
  const to = line.length <= widest ? line.length : Math.min(line.length, from + widest);
  const before = piece(line, from, start);
  const marked = piece(line, start, Math.min(end, to));
  const after = piece(line, Math.min(end, to), to);
  const lead = from > 0 ? '…' : '';
  const source = `${lead}${before}${marked}${after}${to < line.length ? '…' : ''}`.trimEnd();
  return { source, carets: ' '.repeat(widthOf(lead + before)) + '^'.repeat(Math.max(1, widthOf(marked))) };
}

function piece(line: string, from: number, to: number): string {
  return visible(line.slice(from, Math.max(from, to)).replaceAll('\t', '  '));
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that a terminal uses for `text`. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
