/** Protocol positions → offsets (UTF-16). The only file that reads positions of the protocol. */
import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex, Span } from '../core/index';

/** The offset of a position; a position outside the text is clamped. */
export function offsetFrom(position: Position, lines: LineIndex): number {
  return lines.offsetAt({ line: wholeNumber(position.line), column: wholeNumber(position.character) });
}

/** The span of a range, which may be reversed. */
export function spanFrom(range: Range, lines: LineIndex): Span {
  const one = offsetFrom(range.start, lines);
  const other = offsetFrom(range.end, lines);
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** Clamps to a whole number from 0, since an editor may send any number. */
function wholeNumber(number: number): number {
  return Number.isNaN(number) ? 0 : Math.max(0, Math.min(Math.trunc(number), Number.MAX_SAFE_INTEGER));
}
