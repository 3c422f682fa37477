/** Edits of a text: the only way in which anything is ever written back. */
import type { Span } from './span';

/** Replaces a span of the original text. An insertion has an empty span. */
export interface TextEdit {
  readonly at: Span;
  readonly text: string;
}

/**
 * The text after all `edits`, which refer to the original text and may not overlap.
 * Two insertions at one offset are applied in the order given.
 * @throws RangeError when edits overlap or lie outside the text: a fault of the program, never of a plan.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.at.start - b.edit.at.start || a.edit.at.end - b.edit.at.end || a.index - b.index);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    const { start, end } = edit.at;
    if (start < done || end < start || end > text.length) throw new RangeError('edits overlap or leave the text');
    result += text.slice(done, start) + edit.text;
    done = end;
  }
  return result + text.slice(done);
}

/** Whether no two of `edits` are about one place, so that all can be applied. */
export function areApart(edits: readonly TextEdit[]): boolean {
  const ordered = edits.map(({ at }) => at).sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.every(({ start }, index) => start >= (ordered[index - 1]?.end ?? 0));
}

/** Whether the two spans share a character, or start at one place where at least one of them inserts. */
export function overlap(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
