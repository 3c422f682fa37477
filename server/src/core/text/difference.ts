/** The change from one text to another, as short as one edit can be. */
import type { TextEdit } from './edit';

/** One edit that makes `before` into `after`; none where they are equal. Never cuts a line break or a character in two. */
export function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  while (start > 0 && isCut(before, start, after)) start--;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (end > 0 && (isInside(before, before.length - end) || isInside(after, after.length - end))) end--;
  return [{ at: { start, end: before.length - end }, text: after.slice(start, after.length - end) }];
}

function isCut(before: string, at: number, after: string): boolean {
  return isInside(before, at) || isInside(after, at);
}

/** Whether `at` lies between CR and LF, or within a character of two units. */
function isInside(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return (left === 13 && right === 10) || (left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000);
}
