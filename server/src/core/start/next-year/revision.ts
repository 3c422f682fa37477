/**
 * The changes that make next year's text of this year's: what is cut, what is written anew, and what is noted behind a line.
 * Offsets are those of the old text; a change within something that is cut goes with it.
 */
import type { Entry, ListNode, MapNode, Node } from '../../syntax/tree/node';
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line-bounds';
import { type Span, spanAt } from '../../text/span';

/** One of several things in a row. */
interface Part extends Span {
  readonly isCut: boolean;
}

export class Revision {
  private readonly cuts: Span[] = [];
  private readonly changes: TextEdit[] = [];
  /** What is to stand in a comment behind a line, by the offset at which the line ends. */
  private readonly notes = new Map<number, string[]>();

  constructor(readonly text: string) {}

  /** Writes `text` in the place of `at`. */
  write(at: Span, text: string): void {
    this.changes.push({ at: { start: at.start, end: at.end }, text });
  }

  /** Writes `text` behind the key of `entry`, whatever stands there. */
  setValue(entry: Entry, text: string): void {
    this.write(
      { start: afterColon(this.text, entry), end: Math.max(afterColon(this.text, entry), entry.value.end) },
      ` ${text}`,
    );
  }

  /** Notes `words` in a comment at the end of the line on which `offset` stands. */
  note(offset: number, words: string): void {
    const end = lineEnd(this.text, offset);
    this.notes.set(end, [...(this.notes.get(end) ?? []), words]);
  }

  cut(at: Span): void {
    if (at.end > at.start) this.cuts.push({ start: at.start, end: at.end });
  }

  /** Cuts a comment: its whole line, or what it is behind the words of its line, with the spaces before it. */
  cutComment({ start, end }: Span): void {
    const before = this.text.slice(lineStart(this.text, start), start);
    const spaces = before.trim() === '' ? 0 : before.length - before.trimEnd().length;
    this.cut({ start: start - spaces, end });
  }

  /** Inserts `line` behind the line on which `entry` ends. */
  insertLineAfter(entry: Entry, line: string): void {
    const end = afterBreak(this.text, lineEnd(this.text, endOf(entry, this.text)));
    this.write({ start: end, end }, `${line}\n`);
  }

  /** Cuts the entries of `keys` out of `map`; those that are there. */
  cutEntries(map: MapNode, keys: readonly string[]): readonly Entry[] {
    const wanted = new Set(keys.flatMap(key => map.entry(key) ?? []));
    const parts = map.entries.map(entry => {
      return { start: entry.key.start, end: endOf(entry, this.text), isCut: wanted.has(entry) };
    });
    this.cutSome(parts, map.style);
    return [...wanted];
  }

  /** Cuts a section of the plan `root` with its key and the comments directly above it; whether it was there. */
  cutSection(root: MapNode, key: string): boolean {
    const entry = root.entry(key);
    if (!entry) return false;
    const next = root.entries[root.entries.indexOf(entry) + 1];
    const end = next ? this.withCommentsAbove(lineStart(this.text, next.key.start)) : this.text.length;
    this.cut({ start: this.withCommentsAbove(lineStart(this.text, entry.key.start)), end });
    return true;
  }

  /** Cuts items out of `list`; the list itself stays, empty where all are cut. */
  cutItems(list: ListNode, isCut: (item: Node) => boolean): void {
    const startOf = (item: Node) => (list.style === 'flow' ? item.start : dashBefore(this.text, item));
    const parts = list.items.map(item => ({ start: startOf(item), end: item.end, isCut: isCut(item) }));
    this.cutSome(parts, list.style);
  }

  /** The text after all changes. */
  result(): string {
    const cuts = merged(this.cuts);
    // What is inserted where a cut begins or ends stands beside it.
    const isCut = ({ start, end }: Span) =>
      cuts.some(cut => (start === end ? cut.start < start : cut.start <= start) && end <= cut.end && start < cut.end);
    const notes = [...this.notes].map(([end, words]) => ({ at: spanAt(end), text: ` # ${words.join('; ')}` }));
    const kept = [...this.changes, ...notes.filter(note => !this.isOnCutLine(note.at.start, cuts))].filter(
      ({ at }) => !isCut(at),
    );
    return applyEdits(this.text, [...cuts.map(at => ({ at, text: '' })), ...onceEach(kept)]);
  }

  /** Whether the whole line that ends at `end` is cut. */
  private isOnCutLine(end: number, cuts: readonly Span[]): boolean {
    return cuts.some(cut => cut.start <= lineStart(this.text, end) && end <= cut.end);
  }

  /** From the line of `start` with the comments that stand directly above it to the end of the line of `end`. */
  private wholeLines(start: number, end: number): Span {
    const last = lineEnd(this.text, this.text.slice(0, end).trimEnd().length);
    return { start: this.withCommentsAbove(lineStart(this.text, start)), end: afterBreak(this.text, last) };
  }

  /** Where the comments begin that stand on lines of their own directly above the line that begins at `start`. */
  withCommentsAbove(start: number): number {
    let first = start;
    while (first > 0) {
      const above = lineStart(this.text, first - 1);
      if (!/^[ \t]*#/.test(this.text.slice(above, first))) break;
      first = above;
    }
    return first;
  }

  /** Cuts some of several things: whole lines, or what stands between commas with a comma. */
  private cutSome(parts: readonly Part[], style: 'block' | 'flow'): void {
    let kept: Span | undefined;
    for (const [index, part] of parts.entries()) {
      if (!part.isCut) {
        kept = part;
        continue;
      }
      const after = parts.slice(index + 1).find(({ isCut }) => !isCut);
      if (style === 'block') this.cut(this.wholeLines(part.start, part.end));
      else if (after) this.cut({ start: part.start, end: after.start });
      else this.cut({ start: kept?.end ?? part.start, end: part.end });
    }
  }
}

/** Each place once: what a YAML alias shows again is the same text. */
function onceEach(edits: readonly TextEdit[]): readonly TextEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ at: { start, end } }) => seen.size < seen.add(`${start} ${end}`).size);
}

/** Behind the colon of `entry`. */
function afterColon(text: string, { key }: Entry): number {
  const colon = text.indexOf(':', key.end);
  return colon < 0 ? key.end : colon + 1;
}

function endOf(entry: Entry, text: string): number {
  return Math.max(afterColon(text, entry), entry.value.end);
}

/** The dash before an item on lines of its own. */
function dashBefore(text: string, item: Node): number {
  return text[item.start] === '-' ? item.start : Math.max(0, text.lastIndexOf('-', item.start - 1));
}

function afterBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return text[end] === '\n' || text[end] === '\r' ? end + 1 : end;
}

/** The same without overlaps. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
