/**
 * Cuts a plan's text into chunks that can be read on their own: the keys of the plan, the keys of its sections, and the
 * items of their lists. A pure function of the text: the same text always has the same chunks, so that reading again
 * after an edit may reuse every chunk whose text is unchanged. Every character belongs to one chunk at most.
 *
 * Why it is sound: whatever continues a value of a mapping at column d must be indented deeper than d, and whatever
 * continues an item whose dash stands at column d likewise. So a line at column d that is surely a key, or a dash, starts
 * a new entry. Any other line is left with the chunk before it, and a text that does not start with a key is not cut.
 */
import { isKnownKey, startsSentence } from './repair/mistakes/known-words';
import { afterPastedText } from './repair/pasted-text';

/** A chunk: `header` is a key alone on its line; `entries` and `items` hold whole keys and whole list items. */
export interface Chunk {
  readonly kind: 'header' | 'entries' | 'items' | 'whole';
  readonly start: number;
  readonly end: number;
  /** For a header: the chunks of its section. */
  readonly parts?: readonly Chunk[];
}

/** The chunks of `text` from `start`; one `whole` chunk where the text must not be cut. */
export function split(text: string, start: number): readonly Chunk[] {
  const first = contentLine(text, start, text.length);
  if (!first) return [];
  if ((first.indent !== 0 || !isKey(text, first.content)) && !isAboveKeys(text, first))
    return [{ kind: 'whole', start, end: text.length }];
  return splitEntries(text, start, text.length, 0, 2) ?? [{ kind: 'whole', start, end: text.length }];
}

/**
 * Whether the plan starts below `first`, which is a word that is no key, or indented: left with the first key, it does
 * not take the whole plan with it. No text that YAML can read goes on with a key in the first column there.
 */
function isAboveKeys(text: string, first: ContentLine): boolean {
  if (!/^\p{L}/u.test(text.slice(first.content, first.content + 2))) return false;
  for (let at = first.end, count = 0; at < text.length && count < 200; at = lineEnd(text, at, text.length), count++) {
    KEY.lastIndex = at;
    const key = KEY.exec(text)?.[0].slice(0, -1).trimEnd();
    if (key !== undefined && isKnownKey(key)) return true;
  }
  return false;
}

/**
 * A key and its colon, surely: words, one word with quotes in it, or a text in quotes that is closed on the line. A quote that was opened at the very
 * top of a plan is left with the key there: it must not take the whole plan with it.
 */
const KEY =
  /(?:[A-Za-z0-9_][^:#"'{}[\]\r\n]*|[A-Za-z0-9_][^\s:#,{}[\]]*|"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\r\n]|'')*'|["'](?:one|bcf)_plan) *:(?=[ \r\n]|$)/y;
/** A key with a plain value on its line: nothing may stand deeper below it but a text that goes on. */
const FULL_KEY = /[A-Za-z0-9_][^:#"'{}[\]\r\n]*:[ ]+[^\s#|>&*!"'[{]/y;
const HEADING = / *([A-Za-z_][\w-]*)(:?)(?: *(?: #[^\r\n]*)?)(?:\r?\n|$)/y;
/** White space of any kind, a comment, a closing bracket, a dash or a bullet of the list of the key above. */
const GOES_ON = /$|[\s#\]}-](?<!\ufeff)|[•‣◦●▪■·∙⁃–—−*+][\s]/uy;
/** A line with a colon at the start of that below it: the library reads both as one key. */
const COLON_BELOW = /[^\n]*\n *:\s/y;
/** Most lines of a plan: what stands deeper, items, comments and blank lines. No key starts so, and `GOES_ON` matches. */
function surelyGoesOn(code: number): boolean {
  return code === SPACE || code === DASH || code === LF || code === HASH;
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;
const LF = 10;

function isKey(text: string, at: number): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === LF || next === 13 || Number.isNaN(next);
}

/** Whether a number stands at `at` as in a numbered list: the items of one are read together. */
function isNumbered(text: string, at: number): boolean {
  NUMBER.lastIndex = at;
  return NUMBER.test(text);
}

const NUMBER = /\d{1,2}[.)][ \t]|[a-z]\)[ \t]/y;

interface ContentLine {
  readonly start: number;
  readonly indent: number;
  readonly content: number;
  readonly end: number;
}

/** The first line from `start` that is neither blank nor a comment. */
function contentLine(text: string, start: number, end: number): ContentLine | undefined {
  for (let at = start; at < end; ) {
    let content = at;
    while (text.charCodeAt(content) === SPACE) content++;
    const stop = lineEnd(text, content, end);
    const code = text.charCodeAt(content);
    if (content < end && code !== LF && code !== 13 && code !== HASH) {
      return { start: at, indent: content - at, content, end: stop };
    }
    at = stop;
  }
  return undefined;
}

/**
 * Cuts at every line that starts a key at column `indent`, and at one that surely does not go on with the key above;
 * `undefined` where an item starts left of the keys, or beside them: they lack a dash of their own, and go with the list.
 */
function splitEntries(
  text: string,
  start: number,
  end: number,
  indent: number,
  levels: number,
): readonly Chunk[] | undefined {
  const starts: number[] = [];
  let current = start;
  for (let at = start; at < end; ) {
    const isThere = indentAt(text, at, indent);
    if (isThere ? indent > 0 && isDash(text, at + indent) && !isBelowKey(text, current) : isItem(text, at))
      return undefined;
    const mayStart = isThere && !surelyGoesOn(text.charCodeAt(at + indent));
    const isEntry =
      mayStart &&
      (isKey(text, at + indent)
        ? !isCut(text, at, at + indent) && !hasSlipped(text, at, end, indent)
        : headingAt(text, at, end)?.hasColon === false && !goesOnAsText(text, at, at + indent));
    if (isEntry || (mayStart && isLeftOver(text, current, at, indent))) {
      current = at;
      starts.push(starts.length === 0 ? start : at);
    }
    at = afterPastedText(text, at, lineEnd(text, at, end), end);
    if (isEntry) at = afterOpenBracket(text, at, end, indent);
  }
  if (starts.length === 0) return [{ kind: 'entries', start, end }];
  return starts.map((from, index) => section(text, from, starts[index + 1] ?? end, indent, levels));
}

/**
 * Whether the key at `at` stands alone too far left: it has its value, and the lines above and below it start in one
 * deeper column. It is left with them, so that they are seen together.
 */
function hasSlipped(text: string, at: number, end: number, indent: number): boolean {
  FULL_KEY.lastIndex = at + indent;
  if (!FULL_KEY.test(text)) return false;
  const below = contentLine(text, lineEnd(text, at, end), end);
  if (!below || below.indent <= indent || !isKey(text, below.content)) return false;
  const start = text.lastIndexOf('\n', at - 2) + 1;
  const above = contentLine(text, start, at);
  return above !== undefined && isKey(text, start + below.indent) && indentOf(text, above) === below.indent;
}

/** Where the content of `line` starts after its dashes. */
function indentOf(text: string, { start, content }: ContentLine): number {
  let at = content;
  while (isDash(text, at)) at = text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
  return at - start;
}

/**
 * Whether the line at `at` starts neither a key nor an item, and stands below a section that has its list or keys: it is
 * read on its own, so that what is wrong with it does not touch the section.
 */
function isLeftOver(text: string, current: number, at: number, indent: number): boolean {
  GOES_ON.lastIndex = at + indent;
  COLON_BELOW.lastIndex = at;
  if (GOES_ON.test(text) || isKey(text, at + indent) || COLON_BELOW.test(text)) return false;
  if (current === at || headingAt(text, current, at) === undefined) return false;
  const first = contentLine(text, lineEnd(text, current, at), at);
  if (first === undefined || !(first.indent > indent || isDash(text, first.content))) return false;
  return !goesOnAsText(text, at, at + indent);
}

/** Whether the key that ends at the last match holds a comma, and goes on between brackets that are open above it. */
function isCut(text: string, start: number, at: number): boolean {
  return text.slice(at, KEY.lastIndex).includes(',') && goesOnAsText(text, start, at);
}

/** Whether the line at `start` goes on with a text that is still open above it: a paragraph that wraps too far left. */
function goesOnAsText(text: string, start: number, at: number): boolean {
  let last = start;
  while (last > 0 && text.charCodeAt(last - 1) <= SPACE) last--;
  const above = text.slice(text.lastIndexOf('\n', last - 1) + 1, last);
  const value = above.replace(/^ *(?:- +)*(?:[A-Za-z_][\w-]*:(?: +|$))?/, '');
  if (/^["'|>&*!]|[\]}]$/.test(value)) return false;
  if (/^[[{]/.test(value)) return true;
  const stop = lineEnd(text, at, text.length);
  const [, word = '', rest = ''] = /^([\p{L}\d][\p{L}\d_'’-]*)[ \t]*(.*)/u.exec(text.slice(at, stop)) ?? [];
  if (word === '' || (isKnownKey(word) && !startsSentence(word, rest))) return false;
  // A few words after an empty line that end in no sign are a heading.
  if (/\n[ \t\r]*\n/.test(text.slice(last, start)) && !/[.,;:!?)]\s*$/.test(`${word}${rest}`)) return false;
  if (rest !== '' || value === '') return true;
  const below = contentLine(text, stop, text.length);
  return below === undefined || !(below.indent > at - start || isDash(text, below.content));
}

/** Whether the key at `start` has nothing after it: a list may stand below it in its own column. */
function isBelowKey(text: string, start: number): boolean {
  const line = contentLine(text, start, text.length);
  return line !== undefined && /:[ \t]*(?:#[^\n]*)?$/.test(text.slice(line.content, line.end).trimEnd());
}

/** Whether the line at `at` starts with a dash. */
function isItem(text: string, at: number): boolean {
  let content = at;
  while (text.charCodeAt(content) === SPACE) content++;
  return isDash(text, content);
}

/** Whether the line at `at` is indented by `indent` spaces at least. */
function indentAt(text: string, at: number, indent: number): boolean {
  for (let column = 0; column < indent; column++) if (text.charCodeAt(at + column) !== SPACE) return false;
  return true;
}

/** A chunk for one key: cut further where it stands alone on its line and a list or keys follow. */
function section(text: string, start: number, end: number, indent: number, levels: number): Chunk {
  const uncut: Chunk = { kind: 'entries', start, end };
  const head = levels > 0 ? contentLine(text, start, end) : undefined;
  if (!head || headingAt(text, head.start, end) === undefined) return uncut;
  const first = contentLine(text, head.end, end);
  if (!first) return uncut;
  if (isDash(text, first.content)) {
    if (first.indent < indent) return uncut;
    return { kind: 'header', start, end: first.start, parts: splitItems(text, first.start, end, first.indent) };
  }
  const isFirstKey = isKey(text, first.content) || headingAt(text, first.start, end) !== undefined;
  if (first.indent <= indent || !isFirstKey || isNumbered(text, first.content)) return uncut;
  const parts = splitEntries(text, first.start, end, first.indent, levels - 1);
  return parts ? { kind: 'header', start, end: first.start, parts } : uncut;
}

/** A key alone on its line. */
export interface Heading {
  readonly from: number;
  readonly word: string;
  readonly hasColon: boolean;
}

/**
 * The key alone on the line that starts at `lineStart`. A key of the format that stands above its list or its keys is one
 * without its colon too, so that what was forgotten there does not touch what stands below.
 */
export function headingAt(text: string, lineStart: number, end: number): Heading | undefined {
  HEADING.lastIndex = lineStart;
  const match = HEADING.exec(text);
  if (match?.[1] === undefined) return undefined;
  const heading = { from: lineStart + match[0].indexOf(match[1]), word: match[1], hasColon: match[2] === ':' };
  return heading.hasColon || headsLines(text, heading, lineStart + match[0].length, end) ? heading : undefined;
}

function headsLines(text: string, { from, word }: Heading, below: number, end: number): boolean {
  if (!isKnownKey(word)) return false;
  const first = contentLine(text, below, end);
  if (!first) return false;
  const indent = from - (text.lastIndexOf('\n', from) + 1);
  return isDash(text, first.content) ? first.indent >= indent : first.indent > indent && isKey(text, first.content);
}

/** The offset of the first line of `chunk` that is neither blank nor a comment. */
export function firstLine(text: string, chunk: Chunk): number {
  return contentLine(text, chunk.start, chunk.end)?.start ?? chunk.start;
}

function splitItems(text: string, start: number, end: number, indent: number): readonly Chunk[] {
  const starts: number[] = [];
  for (let at = start; at < end; at = afterPastedText(text, at, lineEnd(text, at, end), end)) {
    if (isDash(text, at + indent) && indentAt(text, at, indent)) starts.push(at);
  }
  return starts.map((from, index) => ({ kind: 'items', start: from, end: starts[index + 1] ?? end }));
}

/**
 * Where to go on after a line that ends with an open bracket. When the lines in it are not indented, they look like keys
 * beside it: they are left with their bracket as far as it closes within a hundred lines.
 */
function afterOpenBracket(text: string, next: number, end: number, indent: number): number {
  let last = next - 1;
  while (last > 0 && text.charCodeAt(last) <= SPACE) last--;
  const code = text.charCodeAt(last);
  if (code !== 123 && code !== 91) return next;
  let at = next;
  for (let count = 0; count < 100; count++) {
    const line = contentLine(text, at, end);
    if (!line || (count === 0 && line.indent > indent)) return next;
    const closes = text.charCodeAt(line.content) === (code === 123 ? 125 : 93);
    if (closes) return line.end;
    at = line.end;
  }
  return next;
}

function lineEnd(text: string, at: number, end: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 || next >= end ? end : next + 1;
}
