/**
 * Cuts a plan's text into chunks that can be read on their own: the keys of the plan, the keys of its sections, and the
 * items of their lists. A pure function of the text: the same text always has the same chunks, so that reading again
 * after an edit may reuse every chunk whose text is unchanged. Every character belongs to exactly one chunk.
 *
 * Why it is sound: whatever continues a value of a mapping at column d must be indented deeper than d, and whatever
 * continues an item whose dash stands at column d likewise. Text for which this does not hold is not cut (`whole`).
 */

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
  if (mustStayWhole(text, start)) return [{ kind: 'whole', start, end: text.length }];
  return splitEntries(text, start, text.length, 0, 2);
}

/** A document marker, directive, explicit key, or a first line that is not a key: text that is not cut. */
function mustStayWhole(text: string, start: number): boolean {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return true;
  WHOLE.lastIndex = start;
  if (WHOLE.test(text)) return true;
  for (const line of contentLines(text, start, text.length)) return line.indent !== 0 || !KEY_START.test(line.head);
  return false;
}

const WHOLE = /^(?:---|\.\.\.|%|\?(?:[ \r\n]|$))/gm;
const KEY_START = /^[A-Za-z_"'][^#{}[\]]*?:(?:[ \r\n]|$)/;
const BARE_HEADER = /^ *[A-Za-z_][\w-]*: *(?: #[^\r\n]*)?\r?(?:\n|$)/;

interface Line {
  readonly start: number;
  readonly indent: number;
  /** The start of the line's content, enough to tell what it is. */
  readonly head: string;
}

/** Lines that are neither blank nor a comment. */
function* contentLines(text: string, start: number, end: number): Generator<Line> {
  for (let at = start; at < end; ) {
    let indent = 0;
    while (text.charCodeAt(at + indent) === 32) indent++;
    const next = text.indexOf('\n', at + indent);
    const stop = next < 0 || next >= end ? end : next + 1;
    const code = text.charCodeAt(at + indent);
    const blank = at + indent >= end || code === 10 || code === 13;
    if (!blank && code !== 35) yield { start: at, indent, head: text.slice(at + indent, Math.min(stop, at + indent + 80)) };
    at = stop;
  }
}

/** Cuts at every line that starts a key at column `indent`. */
function splitEntries(text: string, start: number, end: number, indent: number, levels: number): readonly Chunk[] {
  const starts: number[] = [];
  for (const line of contentLines(text, start, end)) {
    if (line.indent === indent && !CONTINUES.test(line.head)) starts.push(starts.length === 0 ? start : line.start);
  }
  if (starts.length === 0) return [{ kind: 'entries', start, end }];
  return starts.map((from, index) => section(text, from, starts[index + 1] ?? end, indent, levels));
}

/** At the column of a key, a dash continues the list of the key before, and a closing bracket its flow collection. */
const CONTINUES = /^(?:-(?:[ \r\n]|$)|[\]}\t])/;

/** A chunk for one key: cut further where it stands alone on its line and a list or keys follow. */
function section(text: string, start: number, end: number, indent: number, levels: number): Chunk {
  const uncut: Chunk = { kind: 'entries', start, end };
  if (levels === 0) return uncut;
  const [head, first] = take(contentLines(text, start, end), 2);
  if (!head || !first || !BARE_HEADER.test(text.slice(head.start, lineEnd(text, head.start)))) return uncut;
  const isList = /^-(?:[ \r\n]|$)/.test(first.head);
  if (isList ? first.indent < indent : first.indent <= indent || !KEY_START.test(first.head)) return uncut;
  const parts = isList
    ? splitItems(text, first.start, end, first.indent)
    : splitEntries(text, first.start, end, first.indent, levels - 1);
  return { kind: 'header', start, end: first.start, parts };
}

function splitItems(text: string, start: number, end: number, indent: number): readonly Chunk[] {
  const starts: number[] = [];
  for (const line of contentLines(text, start, end)) {
    if (line.indent === indent && /^-(?:[ \r\n]|$)/.test(line.head)) starts.push(line.start);
  }
  return starts.map((from, index) => ({ kind: 'items', start: from, end: starts[index + 1] ?? end }));
}

function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}

function take<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length === count) break;
  }
  return taken;
}
