/** Hands out the chunks of the version before whose text has not changed: those above the edit and those below it. */

import type { ChunkReading } from './read-chunk';
import type { Chunk } from './split';
import type { Origin } from './tree/node';

/** A chunk as it was read; `start` and `end` are its place in the version for which it was read or taken over. */
export interface ReadChunk {
  readonly kind: Chunk['kind'];
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
  readonly reading: ChunkReading;
}

export class ChunkReuse {
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

  /** The reading of `chunk` when the version before had the same one; chunks are asked for in the order of the text. */
  take(chunk: Chunk): ReadChunk | undefined {
    const { kind, start, end } = chunk;
    const shift = end <= this.above ? 0 : start >= this.now.length - this.below ? this.moved : undefined;
    if (shift === undefined) return undefined;
    let candidate = this.previous[this.next];
    while (candidate && candidate.start < start - shift) candidate = this.previous[++this.next];
    if (!candidate || candidate.start !== start - shift || candidate.end !== end - shift) return undefined;
    // What was not read for want of budget is tried again.
    if (candidate.kind !== kind || !(candidate.reading.isComplete || candidate.reading.cost > 0)) return undefined;
    this.next++;
    return { kind, start, end, origin: candidate.origin, reading: candidate.reading };
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
