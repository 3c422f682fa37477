/**
 * How one text became another, line by line, where they differ in too much to look for the least change: lines are held
 * against each other in their order. It takes as long as the texts are, and says the same every time.
 */

/** `removed` lines of the text before, from line `at` on, became the lines `added`; both counted from 0. */
export interface LineChange {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly string[];
}

/** So many lines may be taken out and put in for the least change to be looked for: the time grows with their square. */
export const FEW_CHANGES = 1_000;

/** The changes that make `before` into `after`, in order. */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const [oldEnd, newEnd] = [before.length - end, after.length - end];
  if (oldEnd !== newEnd) return [{ at: start, removed: oldEnd - start, added: after.slice(start, newEnd) }];
  const changes: LineChange[] = [];
  for (let at = start; at < oldEnd; at++) {
    if (before[at] === after[at]) continue;
    const from = at;
    while (at < oldEnd && before[at] !== after[at]) at++;
    changes.push({ at: from, removed: at - from, added: after.slice(from, at) });
  }
  return changes;
}
