/**
 * A text in which lines stand as they were meant, and where each of its characters stands in the author's text. What is
 * read from it has its places in the author's text.
 */
import type { Span } from '../text/span';
import type { Repair } from './repair/mistakes/repaired-text';

/** A repair with where it stands in the mended text. */
interface Mend extends Repair {
  readonly start: number;
  readonly end: number;
}

export class MendedText {
  readonly text: string;
  private readonly repairs: readonly Repair[];
  private readonly mends: readonly Mend[];

  /** `repairs` refer to `written`, are in its order and do not overlap. */
  constructor(
    readonly written: string,
    repairs: readonly Repair[],
  ) {
    this.repairs = repairs;
    const parts: string[] = [];
    const mends: Mend[] = [];
    let done = 0;
    let length = 0;
    for (const repair of repairs) {
      parts.push(written.slice(done, repair.from), repair.text);
      const start = length + repair.from - done;
      length = start + repair.text.length;
      done = repair.to;
      mends.push({ ...repair, start, end: length });
    }
    parts.push(written.slice(done));
    this.text = repairs.length === 0 ? written : parts.join('');
    this.mends = mends;
  }

  /**
   * This text with `repairs` made in it as well; they refer to it. `undefined` where one touches what an earlier repair
   * wrote.
   */
  with(repairs: readonly Repair[]): MendedText | undefined {
    const all = [...this.repairs];
    for (const { from, to, text } of repairs) {
      const [start, end] = [this.original(from), this.original(to)];
      if (end - start !== to - from || this.repairs.some(other => start <= other.to && other.from <= end))
        return undefined;
      all.push({ from: start, to: end, text });
    }
    return new MendedText(
      this.written,
      all.sort((a, b) => a.from - b.from),
    );
  }

  /** Where `span` of the author's text stands in this one. */
  mendedSpan({ start, end }: Span): Span {
    return { start: this.mended(start), end: this.mended(end) };
  }

  private mended(at: number): number {
    const mend = this.mends.findLast(({ from }) => from <= at);
    if (!mend) return at;
    return at < mend.to ? mend.start : at - mend.to + mend.end;
  }

  /** Where the character at `at` stands in the author's text. */
  original(at: number): number {
    const mend = this.mends.findLast(({ start }) => start <= at);
    if (!mend) return at;
    return at < mend.end ? mend.from : at - mend.end + mend.to;
  }

  /** Where a stretch that starts at `at` starts in the author's text, with what was taken away there. */
  before(at: number): number {
    const mend = this.mends.findLast(({ start }) => start < at);
    if (!mend) return at;
    return at < mend.end ? mend.from : at - mend.end + mend.to;
  }

  /** `part` of this text with its place in the author's text. */
  asWritten<T extends { readonly start: number; readonly end: number }>(part: T): T {
    return this.mends.length === 0 ? part : { ...part, start: this.before(part.start), end: this.before(part.end) };
  }

  /** The repairs between `start` and `end` of the mended text; they refer to the author's text from `before(start)`. */
  within(start: number, end: number): readonly Repair[] {
    const base = this.before(start);
    return this.mends
      .filter(mend => mend.start >= start && mend.start < end)
      .map(({ from, to, text }) => ({ from: from - base, to: to - base, text }));
  }
}
