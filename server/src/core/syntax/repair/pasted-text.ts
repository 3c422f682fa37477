/**
 * Text pasted below a key that opens a text of several lines (`vision: |`), and not indented below it, as it comes out of
 * a letter or a web page. Its lines may look like keys, items or nothing at all; they are the text as far as the next key.
 */
import type { LocalSpan } from './mistakes/line';

export interface PastedText {
  readonly key: LocalSpan;
  /** The first line of the text, without its white space. */
  readonly first: LocalSpan;
  /** Where its lines start and by how many columns they stand too far left, blank ones left out. */
  readonly lines: readonly { readonly start: number; readonly columns: number }[];
}

/** A key that opens a text, alone on its line. */
const OPENS_TEXT = /( *(?:- +)*)([A-Za-z_][\w-]*): *[|>][-+\d]*[ \t]*(?=\r?\n|$)/y;
/** A line with a key of the format's kind, or an empty one, which ends the text. */
const NEXT_KEY = / *(?:- +)*(?:["']?[a-z\d][\w-]*["']? *)?:(?=[ \r\n]|$)/y;
const CONTENT = /[ \t]*[^\s]/y;

/** Where the text ends that is pasted below the line from `start` to `next`; `next` where there is none. */
export function afterPastedText(text: string, start: number, next: number, end: number): number {
  const header = headerAt(text, start, next);
  return header ? (linesBelow(text, next, end, header.column).at(-1)?.end ?? next) : next;
}

/** Every text that is pasted too far left in `text`. */
export function pastedTexts(text: string): readonly PastedText[] {
  const found: PastedText[] = [];
  if (!/: *[|>]/.test(text)) return found;
  for (let at = 0; at < text.length; ) {
    const next = lineAfter(text, at, text.length);
    const header = headerAt(text, at, next);
    const lines = header ? linesBelow(text, next, text.length, header.column) : [];
    const [first] = lines;
    if (header && first) {
      found.push({
        key: header.key,
        first: {
          from: first.start + first.indent,
          to: first.start + text.slice(first.start, first.end).trimEnd().length,
        },
        lines: shiftOf(lines, header.column + 2, first),
      });
    }
    // What stands further in than its key is the text itself, whatever it looks like.
    at = lines.at(-1)?.end ?? (header ? afterDeeperLines(text, next, header.column) : next);
  }
  return found;
}

/** Where the lines from `start` on end that are indented deeper than `column`, or blank. */
function afterDeeperLines(text: string, start: number, column: number): number {
  let at = start;
  while (at < text.length) {
    CONTENT.lastIndex = at;
    const end = lineAfter(text, at, text.length);
    const isContent = CONTENT.test(text) && CONTENT.lastIndex <= end;
    if (isContent && CONTENT.lastIndex - 1 - at <= column) break;
    at = end;
  }
  return at;
}

/**
 * By how much each line moves so that the text starts at `column`. The first says how far in the others must be: one that
 * stands further left comes up to it. Where the others stand far enough in already, the first alone has slipped.
 */
function shiftOf(lines: readonly TextLine[], column: number, first: TextLine): PastedText['lines'] {
  const others = lines.slice(1);
  const hasSlipped = others.length > 0 && others.every(({ indent }) => indent >= column);
  return (hasSlipped ? [first] : lines).map(({ start, indent }) => ({
    start,
    columns: column - Math.min(indent, first.indent),
  }));
}

/** The key on the line from `start` to `next`, where it opens a text, and its column. */
function headerAt(
  text: string,
  start: number,
  next: number,
): { readonly key: LocalSpan; readonly column: number } | undefined {
  let last = next - 1;
  while (last > start && text.charCodeAt(last) <= 32) last--;
  if (!mayOpenText(text.charCodeAt(last))) return undefined;
  OPENS_TEXT.lastIndex = start;
  const match = OPENS_TEXT.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const column = match[1].length;
  return { key: { from: start + column, to: start + column + match[2].length }, column };
}

/** `|`, `>`, or what may stand behind them. */
function mayOpenText(code: number): boolean {
  return code === 124 || code === 62 || code === 43 || code === 45 || (code >= 49 && code <= 57);
}

interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** The lines of the text that starts at `from`; none where it is indented, or a key stands there. */
function linesBelow(text: string, from: number, end: number, column: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = from; start < end; start = lineAfter(text, start, end)) {
    CONTENT.lastIndex = start;
    if (!CONTENT.test(text) || CONTENT.lastIndex > end) continue;
    const indent = CONTENT.lastIndex - 1 - start;
    NEXT_KEY.lastIndex = start;
    if (lines.length === 0 ? indent > column : false) break;
    if (text[start + indent] === '#' || NEXT_KEY.test(text) || opensText(text, start, end)) break;
    lines.push({ start, end: lineAfter(text, start, end), indent });
  }
  return lines;
}

/** Whether the line at `start` ends as a key does that opens a text, whatever the key is made of. */
function opensText(text: string, start: number, end: number): boolean {
  return /: +[|>][-+\d]*\s*$/.test(text.slice(start, lineAfter(text, start, end)));
}

function lineAfter(text: string, at: number, end: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 || next >= end ? end : next + 1;
}
