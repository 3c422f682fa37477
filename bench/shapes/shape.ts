/** What a shape of input is, and how one is filled to a size. */

export interface Shape {
  /** What its author did, in a few words. */
  readonly name: string;
  /** A plan of about `size` characters. */
  readonly text: (size: number) => string;
  /** What is asked on the command line; `lint` where nothing is said. */
  readonly command?: readonly string[];
}

/** `head`, as many parts as make it `size` characters long, and `tail`. */
export function filled(size: number, head: string, part: (index: number) => string, tail = ''): string {
  const parts = [head];
  let length = head.length + tail.length;
  for (let index = 0; length < size || index === 0; index++) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  parts.push(tail);
  return parts.join('');
}

/** The same, broken into lines that the reader takes: none is longer than 90,000 characters. */
export function inLongLines(
  size: number,
  head: string,
  line: { readonly start: (index: number) => string; readonly part: (index: number) => string; readonly end: string },
): string {
  const longest = Math.min(size, 90_000);
  return filled(size, head, index => `${filled(longest, line.start(index), line.part, line.end)}\n`);
}
