/** Hands out the chunks of the version before whose text has not changed: those above the edit and those below it. */

import type { Allowance } from '../budget';
import type { MendedText } from './mended-text';
import { type ChunkReading, holdsWithin } from './read-chunk';
import type { Chunk } from './split';
import type { Origin } from './tree/node';

/** A chunk as it was read; `start` and `end` are its place in the version for which it was read or taken over. */
export interface ReadChunk {
  readonly kind: Chunk['kind'];
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
  readonly reading: ChunkReading;
  /** What might be spent on it. */
  readonly allowance: Allowance;
}

/** Hands out chunks that need not be read again; they are asked for in the order of the text. */
export interface Reuse {
  /** `allowance` is what might be spent on reading the chunk again. */
  take(chunk: Chunk, allowance: Allowance): ReadChunk | undefined;
}

/** Hands out the chunks of a text for the same text with some lines mended: those in which nothing was. */
export class MendedReuse implements Reuse {
  private readonly byStart = new Map<number, ReadChunk>();

  constructor(
    written: readonly ReadChunk[],
    private readonly mended: MendedText,
  ) {
    for (const chunk of written) this.byStart.set(chunk.start, chunk);
  }

  take({ kind, start, end }: Chunk, allowance: Allowance): ReadChunk | undefined {
    const known = this.byStart.get(this.mended.before(start));
    if (known?.kind !== kind || known.end !== this.mended.before(end)) return undefined;
    if (this.mended.within(start, end).length > 0) return undefined;
    if (!holdsWithin(known.reading, known.allowance, allowance)) return undefined;
    return { kind, start, end, origin: known.origin, reading: known.reading, allowance };
  }
}

export class ChunkReuse implements Reuse {
  /** Characters that both versions have in common from the start, and from the end. */
  private readonly above: number;
  private readonly below: number;
  private readonly moved: number;
  private next = 0;

  constructor(
    private readonly previous: readonly ReadChunk[],
    before: string,
    private readonly now: string,
  ) {
    this.above = previous.length === 0 ? 0 : commonStart(before, now);
    this.below = previous.length === 0 ? 0 : commonEnd(before, now, this.above);
    this.moved = now.length - before.length;
  }

  /**
   * The reading of `chunk` when the version before had the same one, and it would be no other within `allowance`; chunks
   * are asked for in the order of the text.
   */
  take(chunk: Chunk, allowance: Allowance): ReadChunk | undefined {
    const { kind, start, end } = chunk;
    const shift = end <= this.above ? 0 : start >= this.now.length - this.below ? this.moved : undefined;
    if (shift === undefined) return undefined;
    let candidate = this.previous[this.next];
    while (candidate && candidate.start < start - shift) candidate = this.previous[++this.next];
    if (!candidate || candidate.start !== start - shift || candidate.end !== end - shift) return undefined;
    if (candidate.kind !== kind || !holdsWithin(candidate.reading, candidate.allowance, allowance)) return undefined;
    this.next++;
    const { origin, reading } = candidate;
    return { kind, start, end, origin, reading, allowance: candidate.allowance };
  }
}

function commonStart(a: string, b: string): number {
  let same = 0;
  let limit = Math.min(a.length, b.length);
  while (same < limit) {
    const middle = (same + limit + 1) >> 1;
    if (a.slice(same, middle) === b.slice(same, middle)) same = middle;
    else limit = middle - 1;
  }
  return same;
}

/** At most as much as `above` leaves of either text. */
function commonEnd(a: string, b: string, above: number): number {
  let same = 0;
  let limit = Math.min(a.length, b.length) - above;
  while (same < limit) {
    const middle = (same + limit + 1) >> 1;
    if (a.slice(a.length - middle, a.length - same) === b.slice(b.length - middle, b.length - same)) same = middle;
    else limit = middle - 1;
  }
  return same;
}
