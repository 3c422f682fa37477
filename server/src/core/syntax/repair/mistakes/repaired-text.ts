/**
 * A text with repairs in it, that still knows where each of its characters stood in the author's text. What is found in
 * the repaired text is told at its place in the author's.
 */

/** A replacement in the current (perhaps already repaired) text. */
export interface Repair {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export class RepairedText {
  private constructor(
    readonly text: string,
    /** The author's text. */
    private readonly written: string,
    /** For each character, where the author's text that it stands for starts and ends; absent while nothing is changed. */
    private readonly starts: Int32Array | undefined,
    private readonly ends: Int32Array | undefined,
  ) {}

  static of(text: string): RepairedText {
    return new RepairedText(text, text, undefined, undefined);
  }

  /** The text with `repairs` made in it; they refer to this text and do not overlap (those that do are left out). */
  with(repairs: readonly Repair[]): RepairedText {
    const ordered = [...repairs].sort((a, b) => a.from - b.from || a.to - b.to);
    const parts: string[] = [];
    const growth = ordered.reduce((sum, { text }) => sum + text.length, this.text.length);
    const starts = new Int32Array(growth);
    const ends = new Int32Array(growth);
    let length = 0;
    let done = 0;
    const keepUntil = (offset: number) => {
      parts.push(this.text.slice(done, offset));
      if (this.starts && this.ends) {
        starts.set(this.starts.subarray(done, offset), length);
        ends.set(this.ends.subarray(done, offset), length);
      } else {
        for (let at = done; at < offset; at++) {
          starts[length + at - done] = at;
          ends[length + at - done] = at + 1;
        }
      }
      length += offset - done;
    };
    for (const repair of ordered) {
      if (repair.from < done || repair.to > this.text.length) continue;
      keepUntil(repair.from);
      parts.push(repair.text);
      const { from, to } = this.original(repair.from, repair.to);
      starts.fill(from, length, length + repair.text.length);
      ends.fill(to, length, length + repair.text.length);
      length += repair.text.length;
      done = repair.to;
    }
    keepUntil(this.text.length);
    return new RepairedText(parts.join(''), this.written, starts.subarray(0, length), ends.subarray(0, length));
  }

  /** Where the author's text for the stretch `from`–`to` stands. */
  original(from: number, to: number): { readonly from: number; readonly to: number } {
    if (to <= from) {
      const at = this.end(from);
      return { from: at, to: at };
    }
    const start = this.start(from);
    return { from: start, to: Math.max(start, this.end(to)) };
  }

  /** `repairs` as changes of the author's text, or `undefined` where one touches what an earlier repair wrote. */
  originalRepairs(repairs: readonly Repair[]): readonly Repair[] | undefined {
    const result: Repair[] = [];
    for (const repair of repairs) {
      const { from, to } = this.original(repair.from, repair.to);
      if (this.written.slice(from, to) !== this.text.slice(repair.from, repair.to)) return undefined;
      result.push({ from, to, text: repair.text });
    }
    return result;
  }

  private start(at: number): number {
    return this.starts ? (this.starts[at] ?? this.written.length) : Math.min(at, this.written.length);
  }

  private end(at: number): number {
    return at <= 0 ? 0 : this.ends ? (this.ends[at - 1] ?? this.written.length) : Math.min(at, this.written.length);
  }
}
