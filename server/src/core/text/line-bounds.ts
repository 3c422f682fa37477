/** Where the line of an offset begins and ends. */

/** The offset at which the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  // Searching back from -1 would look at the first character.
  if (offset <= 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The offset at which the line of `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}
