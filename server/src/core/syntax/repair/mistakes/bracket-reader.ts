/**
 * What stands between brackets on a line as its author evidently meant it, where YAML reads otherwise or not at all: a
 * text goes on as far as the next `, key:`, or as the bracket that closes what it stands in. Takes time in proportion to
 * the line.
 */
import { limits } from '../../../limits';
import { isKnownKey, startsSentence } from './known-words';
import { contentBefore, type Line, type LocalSpan, lineAt } from './line';

/** A text without quotes: a key, the value of `key`, or an entry of a list (`key` absent). */
export interface BracketText extends LocalSpan {
  readonly role: 'key' | 'value';
  /** The key whose value it is, as written. */
  readonly key: string | undefined;
}

type Container = 'map' | 'list';

/** The texts without quotes between the brackets that the value of `line` starts with, in order; none without brackets. */
export function bracketTexts(text: string, line: Line): readonly BracketText[] {
  const { from, to } = line.value;
  const container = containerOf(text[from]);
  if (!container) return [];
  // What looks like a comment may be a part of a text, where the brackets are closed behind it.
  const whole = new BracketReader(text.slice(from, line.end).trimEnd());
  const reader = whole.isClosed ? whole : new BracketReader(text.slice(from, to));
  return reader.read(container, from);
}

/** The texts without quotes on `line`, which stands between brackets that were opened above it. */
export function textsBelowBracket(text: string, line: Line): readonly BracketText[] {
  if (containerOf(text[line.value.from])) return bracketTexts(text, line);
  const container = line.key ? 'map' : 'list';
  const opened = `${line.key ? '{' : '['}${text.slice(line.body, line.value.to)}`;
  return new BracketReader(opened).read(container, line.body - 1);
}

/** Whether `line` stands between brackets that were opened on a line above it. */
export function isBelowBracket(text: string, line: Line): boolean {
  let above = contentBefore(text, line);
  for (let count = 0; above && count < MOST_LINES; count++, above = contentBefore(text, above)) {
    const source = text.slice(above.value.from, above.value.to);
    if (containerOf(source[0]) && !new BracketReader(source).isClosed) return true;
    if (!/[,[{]$/.test(source)) return false;
  }
  return false;
}

/** So far above is an opening bracket looked for. */
const MOST_LINES = 30;

/** Finds such texts by their places, whatever opens the brackets; every line is read once. */
export class BracketTexts {
  private readonly lines = new Map<number, ReadonlyMap<number, BracketText>>();
  /** The line that was asked about last: a line may hold thousands of texts. */
  private last: { start: number; end: number; texts: ReadonlyMap<number, BracketText> } | undefined;

  constructor(private readonly text: string) {}

  /** The text between brackets that starts at `offset`, if one does. */
  startingAt(offset: number): BracketText | undefined {
    const { last } = this;
    if (last && last.start <= offset && offset <= last.end) return last.texts.get(offset);
    const line = lineAt(this.text, offset);
    const texts =
      this.lines.get(line.start) ?? new Map(textsBelowBracket(this.text, line).map(each => [each.from, each]));
    this.lines.set(line.start, texts);
    this.last = { start: line.start, end: line.end, texts };
    return texts.get(offset);
  }
}

class BracketReader {
  private readonly found: BracketText[] = [];
  /** Where each bracket that opens something is closed. */
  private readonly closers: ReadonlyMap<number, number>;
  private offset = 0;
  private depth = 0;

  constructor(private readonly source: string) {
    this.closers = pairs(source);
  }

  /** Whether the bracket that the source starts with is closed in it. */
  get isClosed(): boolean {
    return this.closers.has(0);
  }

  read(container: Container, offset: number): readonly BracketText[] {
    this.offset = offset;
    this.entries(container, 1, this.closers.get(0) ?? this.source.length);
    return this.found;
  }

  /** Reads the entries from `start` to the closing bracket at `end`. */
  private entries(container: Container, start: number, end: number): void {
    let phrases = false;
    for (let at = this.skipBlanks(start); at < end; at = this.skipBlanks(at)) {
      if (this.source[at] === ',') at++;
      else {
        const colon = container === 'map' ? this.colonAfter(at, end) : undefined;
        if (colon === undefined) at = this.value(at, end, container, phrases, undefined);
        else {
          const key = this.source.slice(at, colon).trimEnd();
          // Beside a key that is no word of the format, any words with a colon are another one.
          phrases ||= !isKnownKey(key) && !YEAR.test(key);
          if (!isQuoted(key)) this.note('key', at, at + key.length, undefined);
          at = this.value(this.skipBlanks(colon + 1), end, container, phrases, key);
        }
      }
    }
  }

  /** Reads the value at `from` and returns where it ends. */
  private value(from: number, end: number, container: Container, phrases: boolean, key: string | undefined): number {
    const sign = this.source[from] ?? '';
    if (from >= end || sign === ',') return from;
    const inner = containerOf(sign);
    const closer = inner && this.closers.get(from);
    if (inner && closer !== undefined && closer < end && this.depth < limits.depth && this.isEnd(closer + 1)) {
      this.depth++;
      this.entries(inner, from + 1, closer);
      this.depth--;
      return closer + 1;
    }
    const quote = sign === '"' || sign === "'" ? closingQuote(this.source, from) : undefined;
    if (quote !== undefined && this.isEnd(quote + 1)) return quote + 1;
    const to = this.textEnd(from, end, container, phrases);
    const isOpen = (sign === '"' || sign === "'") && (quote === undefined || quote >= to);
    if (!isOpen) this.note('value', from, to, key);
    return Math.max(to, from + 1);
  }

  private note(role: BracketText['role'], from: number, to: number, key: string | undefined): void {
    const length = this.source.slice(from, to).trimEnd().length;
    if (length > 0) this.found.push({ role, from: this.offset + from, to: this.offset + from + length, key });
  }

  /** Where the text from `from` ends: at the comma before the next entry, else at `end`. */
  private textEnd(from: number, end: number, container: Container, phrases: boolean): number {
    for (let at = from; at < end; at++) {
      const closer = containerOf(this.source[at]) && this.closers.get(at);
      if (closer !== undefined && closer < end) at = closer;
      else if (this.source[at] === ',' && (container === 'list' || this.startsEntry(at + 1, end, phrases))) return at;
    }
    return end;
  }

  /** Whether a key with its colon (words, where `phrases` may be keys) stands behind the comma before `at`, or nothing. */
  private startsEntry(at: number, end: number, phrases: boolean): boolean {
    const next = this.skipBlanks(at);
    if (next >= end) return true;
    if (phrases && this.colonAfter(next, end) !== undefined) return true;
    KEY.lastIndex = next;
    return KEY.test(this.source) && KEY.lastIndex <= end + 1;
  }

  /** The colon of the key at `at`, if one stands there; a key holds no comma. */
  private colonAfter(at: number, end: number): number | undefined {
    QUOTED_KEY.lastIndex = at;
    const quoted = QUOTED_KEY.exec(this.source)?.[0];
    if (quoted !== undefined) return at + quoted.length - 1;
    for (let next = at; next < end && this.source[next] !== ','; next++) {
      if (this.source[next] === ':' && next > at && /[\s,}\]]|^$/.test(this.source[next + 1] ?? '')) return next;
    }
    return undefined;
  }

  private skipBlanks(at: number): number {
    let next = at;
    while (this.source[next] === ' ' || this.source[next] === '\t') next++;
    return next;
  }

  private isEnd(at: number): boolean {
    return isEnd(this.source, at);
  }
}

const KEY = /(?:[A-Za-z_][\w-]*|\d{4}-\d{2}|"[^",]*"|'[^',]*'):(?=[\s[{"']|$)/y;
const YEAR = /^\d{4}-\d{2}$/;
const QUOTED_KEY = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:/y;

/** Whether a value may end before `at`: a comma, a closing bracket, a comment or nothing follows. */
function isEnd(source: string, at: number): boolean {
  let next = at;
  while (source[next] === ' ' || source[next] === '\t') next++;
  const sign = source[next];
  return sign === undefined || ',]}'.includes(sign) || (sign === '#' && next > at);
}

/**
 * The brackets of `source`, which starts with one, by what closes them. One that closes in the middle of words belongs to
 * them; the last one closes the first, whatever stays open between them.
 */
function pairs(source: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  const opener = new Map<number, number>();
  let before = '';
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? '';
    if ((sign === '"' || sign === "'") && '[{,:'.includes(before)) {
      const quote = closingQuote(source, at);
      if (quote !== undefined && (isEnd(source, quote + 1) || /^\s*:/.test(source.slice(quote + 1, quote + 20))))
        at = quote;
    } else if (sign === '[' || sign === '{') open.push(at);
    else if (sign === ']' || sign === '}') {
      const from = matching(source, open, sign);
      if (from !== undefined && (isEnd(source, at + 1) || isInWords(source, from))) {
        open.length = open.lastIndexOf(from);
        closers.set(from, at);
        opener.set(at, from);
      }
    }
    if (sign !== ' ' && sign !== '\t') before = sign;
  }
  closeAtLast(source, closers, opener);
  return closers;
}

/** The first bracket is closed by the last, unless it is closed before and something else is opened behind it. */
function closeAtLast(source: string, closers: Map<number, number>, opener: ReadonlyMap<number, number>): void {
  const last = source.replace(/[\s,;]+$/, '').length - 1;
  const closed = closers.get(0);
  if (last <= 0 || source[last] !== (source[0] === '[' ? ']' : '}') || closed === last) return;
  if (closed !== undefined && /[[{#]/.test(source.slice(closed))) return;
  const inner = opener.get(last);
  if (inner !== undefined) closers.delete(inner);
  closers.set(0, last);
}

/** The nearest of the brackets at `open` that `sign` closes. */
function matching(source: string, open: readonly number[], sign: string): number | undefined {
  const wanted = sign === ']' ? '[' : '{';
  for (let index = open.length - 1; index >= 0 && index >= open.length - MOST_SKIPPED; index--) {
    const at = open[index];
    if (at !== undefined && source[at] === wanted) return at;
  }
  return undefined;
}

/** So many brackets of the other kind may stay open within one. */
const MOST_SKIPPED = 64;

/** Whether the bracket at `at` stands behind a word, and so opens no value. */
function isInWords(source: string, at: number): boolean {
  let before = at - 1;
  while (source[before] === ' ' || source[before] === '\t') before--;
  return !'[{,:'.includes(source[before] ?? ',');
}

function closingQuote(source: string, from: number): number | undefined {
  const quote = source[from];
  for (let at = from + 1; at < source.length; at++) {
    if (quote === '"' && source[at] === '\\') at++;
    else if (source[at] === quote) {
      if (quote === "'" && source[at + 1] === quote) at++;
      else return at;
    }
  }
  return undefined;
}

function isQuoted(key: string): boolean {
  return (key.startsWith('"') || key.startsWith("'")) && closingQuote(key, 0) === key.length - 1;
}

function containerOf(sign: string | undefined): Container | undefined {
  return sign === '{' ? 'map' : sign === '[' ? 'list' : undefined;
}

/** Whether a key of the format with its colon stands in the middle of `source`: a comma before it may have been left out. */
export function holdsKey(source: string): boolean {
  for (const match of source.matchAll(/[\s;]([A-Za-z_][\w-]*|\d{4}-\d{2}):(?=\s+(\S.{0,40})|$)/g)) {
    const word = match[1] ?? '';
    if (/^\d{4}-\d{2}$/.test(word) || (isKnownKey(word) && !startsSentence(word, match[2] ?? ''))) return true;
  }
  return false;
}
