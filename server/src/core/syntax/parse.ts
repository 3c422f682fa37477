/**
 * Text → tree. `parse` is total: whatever the text, it returns a tree and the faults of the text, and nothing throws.
 * Chunks whose text is unchanged are taken over from the previous tree; the result equals a fresh reading.
 */
import type { Fault } from '../finding';
import { type Entry, ListNode, MapNode, type Node, Origin, ScalarNode } from './node';
import { type ChunkReading, readChunk } from './read-chunk';
import { type Chunk, split } from './split';

export interface SyntaxTree {
  readonly text: string;
  /** Always a mapping, empty when the text has none; `other` is the root of a text that is a list or a single value. */
  readonly root: MapNode;
  readonly other: Node | undefined;
  readonly faults: readonly Fault[];
  /** @internal The chunks, for the next version. */
  readonly chunks: readonly ReadChunk[];
}

interface ReadChunk {
  readonly text: string;
  readonly kind: Chunk['kind'];
  readonly origin: Origin;
  readonly reading: ChunkReading;
}

/** Units of work after which the rest of a document is no longer read; a faulty chunk costs ten times a sound one. */
const budgetOfDocument = 2_000_000;
const maxTokensOfChunk = 60_000;

/** Reads `text`; `previous` is the tree of the version before, whose unchanged chunks are taken over. */
export function parse(text: string, previous?: SyntaxTree): SyntaxTree {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reader = new Reader(text, previous?.chunks ?? []);
  const outline = split(text, bom);
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  let other: Node | undefined;
  for (const chunk of outline) {
    const read = reader.readEntries(chunk);
    for (const entry of read) entries.push(entry);
    other ??= reader.other;
  }
  faults.push(...reader.faults);
  const root = new MapNode(WHOLE_TEXT, bom, entries.at(-1)?.value.end ?? bom, entries, 'block');
  return { text, root, other, faults, chunks: reader.chunks };
}

/** Nodes that are put together from several chunks are made anew for every version: their places are absolute. */
const WHOLE_TEXT = new Origin(0);

class Reader {
  readonly chunks: ReadChunk[] = [];
  readonly faults: Fault[] = [];
  other: Node | undefined;
  private budget = budgetOfDocument;
  private readonly reuse: ChunkReuse;

  constructor(
    private readonly text: string,
    previous: readonly ReadChunk[],
  ) {
    this.reuse = new ChunkReuse(previous);
  }

  readEntries(chunk: Chunk): readonly Entry[] {
    if (chunk.kind === 'header') return [this.readHeader(chunk)];
    const { reading } = this.read(chunk);
    if (reading.root && reading.root.kind !== 'map') this.other = reading.root;
    return reading.entries;
  }

  private readHeader(chunk: Chunk): Entry {
    const start = chunk.start + this.text.slice(chunk.start, chunk.end).search(/^ *[A-Za-z_]/m);
    const from = start + /^ */.exec(this.text.slice(start, chunk.end))![0].length;
    const word = this.text.slice(from, this.text.indexOf(':', from));
    const key = new ScalarNode(WHOLE_TEXT, from, from + word.length, word, word, 'plain');
    const parts = chunk.parts ?? [];
    if (parts[0]?.kind === 'items') {
      const items = parts.flatMap(part => this.read(part).reading.items);
      return { key, value: new ListNode(WHOLE_TEXT, parts[0].start, items.at(-1)?.end ?? parts[0].start, items, 'block') };
    }
    const entries = parts.flatMap(part => this.readEntries(part));
    const first = entries[0]?.key.start ?? chunk.end;
    return { key, value: new MapNode(WHOLE_TEXT, first, entries.at(-1)?.value.end ?? first, entries, 'block') };
  }

  private read(chunk: Chunk): ReadChunk {
    const text = this.text.slice(chunk.start, chunk.end);
    const known = this.reuse.take(text, chunk.kind);
    const read = known ?? this.readAnew(text, chunk.kind);
    read.origin.base = chunk.start;
    this.chunks.push(read);
    for (const fault of read.reading.faults) this.faults.push(fault);
    return read;
  }

  private readAnew(text: string, kind: Chunk['kind']): ReadChunk {
    const origin = new Origin();
    const reading = readChunk(text, kind, origin, Math.min(maxTokensOfChunk, this.budget));
    this.budget -= reading.cost;
    return { text, kind, origin, reading };
  }
}

/** Hands out the chunks of the version before, in order: equal from the start, and equal from the end. */
class ChunkReuse {
  private next = 0;

  constructor(private readonly previous: readonly ReadChunk[]) {}

  take(text: string, kind: Chunk['kind']): ReadChunk | undefined {
    for (let ahead = this.next; ahead < Math.min(this.next + 8, this.previous.length); ahead++) {
      const candidate = this.previous[ahead];
      if (candidate && candidate.kind === kind && candidate.text === text) {
        this.next = ahead + 1;
        return candidate;
      }
    }
    return undefined;
  }
}
