/**
 * Text → tree. `parse` is total: whatever the text, it returns a tree and the faults of the text, and nothing throws.
 * Chunks whose text is unchanged are taken over from the previous tree; the result equals a fresh reading.
 */
import { type Allowance, Budget } from '../budget';
import type { Fault } from '../finding';
import { type Reading, readingOf } from '../reading';
import { say } from '../text/say';
import { ChunkReuse, MendedReuse, type ReadChunk, type Reuse } from './chunk-reuse';
import { repeatedKeys } from './duplicate-keys';
import { MendedText } from './mended-text';
import { type ChunkReading, readChunk } from './read-chunk';
import { withoutColon } from './repair/mistakes/colons';
import { screenText } from './screen-text';
import { type Chunk, firstLine, type Heading, headingAt, split } from './split';
import { type Entry, ListNode, MapNode, type Node, Origin, Place, ScalarNode } from './tree/node';

export interface SyntaxTree {
  readonly text: string;
  /** Always a mapping, empty when the text has none; `other` is the root of a text that is a list or a single value. */
  readonly root: MapNode;
  readonly other: Node | undefined;
  readonly faults: readonly Fault[];
  /** Whether all of the text could be read. */
  readonly reading: Reading;
  /** @internal The text as it was read: as long as `text`, merge conflicts and document markers blanked out. */
  readonly screened: string;
  /** @internal The chunks, for the next version. */
  readonly chunks: readonly ReadChunk[];
  /** Steps of work that reading the whole text takes, whatever was taken over. */
  readonly steps: number;
}

/** Tokens of one chunk: what has more is not read. */
const maxTokensOfChunk = 60_000;
const maxFaults = 1_000;

/**
 * Reads `text`. `previous` is the tree of the version before: its unchanged chunks are taken over and move to their new
 * place, so it must not be used any more.
 */
export function parse(text: string, previous?: SyntaxTree): SyntaxTree {
  const screened = screenText(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const reuse = new ChunkReuse(previous?.chunks ?? [], previous?.screened ?? '', screened.text);
  return treeOf(text, screened, new MendedText(screened.text, []), reuse, []);
}

/**
 * Reads the text of `tree` once more as `mended`, in which its lines stand as they were meant; `told` are the faults that
 * say so. The chunks of `tree` are taken over, and all places are those of the author's text.
 */
export function parseMended(tree: SyntaxTree, mended: MendedText, told: readonly Fault[]): SyntaxTree {
  const { text, chunks } = tree;
  const screened = screenText(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  return treeOf(text, screened, mended, new MendedReuse(chunks, mended), told);
}

function treeOf(
  text: string,
  screened: ReturnType<typeof screenText>,
  mended: MendedText,
  reuse: Reuse,
  told: readonly Fault[],
): SyntaxTree {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const outline = split(mended.text, bom);
  const reader = new Reader(mended, reuse);
  let entries = outline.flatMap(chunk => reader.readEntries(chunk));
  let used = reader;
  if (reader.hasDistantAlias() && outline[0]?.kind !== 'whole') {
    const whole = new Reader(mended, new ChunkReuse([], '', ''));
    const read = whole.readEntries({ kind: 'whole', start: bom, end: mended.text.length });
    if (whole.isComplete) {
      used = whole;
      entries = [...read];
    }
  }
  const faults = [...screened.faults, ...told, ...used.faults, ...used.repeated(entries)];
  faults.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const root = new MapNode(WHOLE_TEXT, bom, entries.at(-1)?.value.end ?? bom, entries, 'block');
  const other = entries.length === 0 ? used.other : undefined;
  const { steps } = used;
  const chunks = mended.text === screened.text ? used.chunks : used.chunks.map(chunk => mended.asWritten(chunk));
  return {
    text,
    root,
    other,
    faults: faults.slice(0, maxFaults),
    reading: readingOf(faults),
    screened: screened.text,
    chunks,
    steps,
  };
}

/** Nodes that are put together from several chunks are made anew for every version: their places are absolute. */
const WHOLE_TEXT = new Origin(0);

function colonFault({ word, from }: Heading): Fault {
  const { mistake, message, at, repair, fix } = withoutColon(word, from, 'heading');
  const edits = repair.map(change => ({ at: new Place(WHOLE_TEXT, change.from, change.to), text: change.text }));
  return {
    rule: 'yaml-syntax',
    at: new Place(WHOLE_TEXT, at.from, at.to),
    message,
    fixes: fix ? [{ title: fix.title, safe: fix.safe, edits }] : [],
    detail: mistake,
  };
}

class Reader {
  readonly chunks: ReadChunk[] = [];
  readonly faults: Fault[] = [];
  other: Node | undefined;
  isComplete = true;
  private readonly distantAliases = new Set<string>();
  private readonly budget: Budget;
  private wasOutOfBudget = false;
  private wasLimited = false;

  constructor(
    private readonly mended: MendedText,
    private readonly reuse: Reuse,
  ) {
    this.budget = new Budget(mended.text.length);
  }

  get steps(): number {
    return this.budget.spent;
  }

  private get text(): string {
    return this.mended.text;
  }

  readEntries(chunk: Chunk): readonly Entry[] {
    if (chunk.kind === 'header') return [this.readHeader(chunk)];
    const reading = this.read(chunk);
    if (reading.root && reading.root.kind !== 'map') this.other ??= reading.root;
    return reading.entries;
  }

  /** Whether an alias names an anchor that stands in another chunk. */
  hasDistantAlias(): boolean {
    if (this.distantAliases.size === 0) return false;
    for (const [, name = ''] of this.text.matchAll(/&([^\s,[\]{}]+)/g)) if (this.distantAliases.has(name)) return true;
    return false;
  }

  /** Findings on keys that stand twice in `entries`, but for those that their chunk told. */
  repeated(entries: readonly Entry[]): readonly Fault[] {
    const found = repeatedKeys(entries);
    if (found.length === 0) return found;
    const told = new Set(this.faults.map(({ at }) => at));
    return found.filter(({ at }) => !told.has(at));
  }

  private readHeader(chunk: Chunk): Entry {
    const heading = headingAt(this.text, firstLine(this.text, chunk), this.text.length);
    const { word } = heading ?? { word: '' };
    const from = this.mended.original(heading?.from ?? chunk.start);
    if (heading && !heading.hasColon) this.faults.push(colonFault({ ...heading, from }));
    const key = new ScalarNode(WHOLE_TEXT, from, from + word.length, word, word, 'plain');
    const parts = chunk.parts ?? [];
    if (parts[0]?.kind === 'items') return { key, value: this.readItems(parts, from + word.length + 1) };
    const entries = parts.flatMap(part => this.readEntries(part));
    const first = entries[0]?.key.start ?? from + word.length + 1;
    const end = Math.max(first, entries.at(-1)?.value.end ?? first);
    for (const fault of this.repeated(entries)) this.faults.push(fault);
    return { key, value: new MapNode(WHOLE_TEXT, first, end, entries, 'block') };
  }

  private readItems(parts: readonly Chunk[], afterKey: number): ListNode {
    const items: Node[] = [];
    let end = afterKey;
    for (const part of parts) {
      const { items: read, root } = this.read(part);
      for (const item of read) items.push(item);
      if (root?.kind === 'list') end = root.end;
    }
    const first = parts[0] ? this.mended.original(this.text.indexOf('-', parts[0].start)) : afterKey;
    return new ListNode(WHOLE_TEXT, first, Math.max(first, end), items, 'block');
  }

  private read(chunk: Chunk): ChunkReading {
    const { budget } = this;
    const allowance = { tokens: budget.isSpent ? 0 : maxTokensOfChunk, repairs: budget.repairs };
    const read = this.reuse.take(chunk, allowance) ?? this.readAnew(chunk, allowance);
    const { reading } = read;
    read.origin.base = this.mended.before(chunk.start);
    budget.spend(reading.cost, reading.repairs);
    this.isComplete &&= reading.isComplete;
    this.chunks.push(read);
    if (!this.isOutOfBudget(reading)) for (const fault of reading.faults) this.faults.push(fault);
    if (reading.isLimited && reading.isComplete) this.tellLimited(reading);
    for (const name of reading.distantAliases) this.distantAliases.add(name);
    return reading;
  }

  /** Whether `reading` was not even tried, and this has been told before. */
  private isOutOfBudget({ isComplete, cost }: ChunkReading): boolean {
    if (isComplete || cost > 0) return false;
    const before = this.wasOutOfBudget;
    this.wasOutOfBudget = true;
    return before;
  }

  /** Tells once that from here on nobody looks for what was meant. */
  private tellLimited({ faults }: ChunkReading): void {
    const [first] = faults;
    if (this.wasLimited || !first) return;
    this.wasLimited = true;
    const { start } = first.at;
    this.faults.push({
      rule: 'too-large',
      at: { start, end: start },
      message: say`So much of the text is wrong that from here on mistakes are told, but not what may be meant. Put right what stands above first.`,
      detail: 'too-many-mistakes',
    });
  }

  private readAnew({ kind, start, end }: Chunk, allowance: Allowance): ReadChunk {
    const origin = new Origin();
    const { written } = this.mended;
    const text = written.slice(this.mended.before(start), this.mended.before(end));
    const reading = readChunk(text, kind, origin, allowance, this.mended.within(start, end));
    return { kind, start, end, origin, reading, allowance };
  }
}
