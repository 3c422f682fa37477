/**
 * A plan's text as lines of structure: dashes, a key, whether something is to follow below. The lines of texts, brackets
 * and quotes that go over several lines belong to the line on which they start. Reads any text, sound or not.
 */

/** A line that starts something: an item, a key or a text. Offsets refer to the whole text, columns count from 0. */
export interface OutlineLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Columns of its dashes. */
  readonly dashes: readonly number[];
  /** Column of what stands behind the dashes; that of the line's end where nothing does. */
  readonly column: number;
  readonly key: string | undefined;
  /** What stands behind the key, or behind the dashes where there is no key; without a comment. */
  readonly value: string;
}

/** The lines of structure of `text` between the line starts `from` and `to`; none where `from` is within a text of several lines. */
export function outlineOf(text: string, from: number, to: number): readonly OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (let at = from; at < to; ) {
    const next = lineAfter(text, at);
    const line = outlineLine(text, at, next);
    if (line) lines.push(line);
    at = line ? afterValue(text, line, next, to) : next;
  }
  return lines;
}

/** The line from `start` to `next`; `undefined` for a blank line and for a comment. */
function outlineLine(text: string, start: number, next: number): OutlineLine | undefined {
  let end = next;
  while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
  const source = text.slice(start, end);
  const dashes: number[] = [];
  let column = spaces(source, 0);
  while (source[column] === '-' && (column + 1 === source.length || source[column + 1] === ' ')) {
    dashes.push(column);
    column = spaces(source, column + 1);
  }
  if (column >= source.length ? dashes.length === 0 : source[column] === '#') return undefined;
  const content = source.slice(column);
  const match = KEY.exec(content);
  const key = match?.[1] ?? match?.[2] ?? match?.[3];
  const value = withoutComment(match ? content.slice(match[0].length) : content).trim();
  return { start, end, dashes, column, key, value };
}

const KEY = /^(?:([\p{L}\d_][^:#"'{}[\],]*?)|"([^"]*)"|'([^']*)')\s*:(?=\s|$)/u;

/** Where the line of structure after `line` may start: behind the text, the brackets or the quotes that it opens. */
function afterValue(text: string, line: OutlineLine, next: number, to: number): number {
  if (/^[|>][-+\d]*$/.test(line.value)) return afterText(text, next, to, line.column);
  const open = line.value[0];
  if (open === '{' || open === '[') return afterBrackets(text, line, next, to);
  if (open === '"' || open === "'") return afterQuotes(text, line, open, next, to);
  return next;
}

/** The lines of a text stand deeper than its key, and as deep as its first line. */
function afterText(text: string, next: number, to: number, column: number): number {
  let at = next;
  let least = column + 1;
  for (let isFirst = true; at < to; ) {
    const after = lineAfter(text, at);
    if (text.slice(at, after).trim() !== '') {
      const indent = spaces(text, at) - at;
      if (indent < least) break;
      if (isFirst) least = indent;
      isFirst = false;
    }
    at = after;
  }
  return at;
}

/** Brackets that close within a few lines; one that never closes ends with its line. */
function afterBrackets(text: string, line: OutlineLine, next: number, to: number): number {
  let depth = 0;
  let quote = '';
  let lines = 0;
  for (let at = line.start + line.column; at < to && lines < MOST_LINES; at++) {
    const sign = text[at] ?? '';
    if (sign === '\n') lines++;
    if (quote !== '') {
      if (sign === quote || sign === '\n') quote = '';
    } else if ((sign === '"' || sign === "'") && /[\s{[,:]/.test(text[at - 1] ?? ' ')) quote = sign;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      depth--;
      if (depth <= 0) return lineAfter(text, at);
    }
  }
  return next;
}

function afterQuotes(text: string, line: OutlineLine, quote: string, next: number, to: number): number {
  const closed = line.value.length > 1 && line.value.endsWith(quote);
  if (closed) return next;
  const open = text.lastIndexOf(line.value[0] ?? '', line.end);
  if (text.slice(line.start, line.end).split(quote).length > 2 && open > line.start) return next;
  let at = next;
  for (let lines = 0; at < to && lines < MOST_LINES; lines++) {
    const after = lineAfter(text, at);
    if (text.slice(at, after).includes(quote)) return after;
    at = after;
  }
  return next;
}

/** So many lines a bracket or a quote may stay open. */
const MOST_LINES = 40;

function withoutComment(value: string): string {
  const comment = value.search(/(?:^|\s)#(?:\s|$)/);
  return comment < 0 ? value : value.slice(0, comment);
}

function spaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function lineAfter(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}
