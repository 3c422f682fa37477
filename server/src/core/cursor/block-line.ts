/** One line of block style, split into its parts whether or not the text around it parses. */

export interface BlockLine {
  readonly start: number;
  readonly blank: boolean;
  /** Columns of the dashes that open items. */
  readonly dashes: readonly number[];
  /** Column of the key, or of whatever follows indentation and dashes. */
  readonly column: number;
  readonly key: string | undefined;
  /** Offset of the colon behind the key. */
  readonly colon: number | undefined;
  /** Whether the key has no value on its line, so that deeper lines below belong to it. */
  readonly opens: boolean;
}

/** Splits `line`, which starts at offset `start` of its text. */
export function blockLine(line: string, start: number): BlockLine {
  const dashes: number[] = [];
  let column = 0;
  for (;;) {
    while (line[column] === ' ') column++;
    if (line[column] !== '-' || !/^-(?:\s|$)/.test(line.slice(column))) break;
    dashes.push(column);
    column++;
  }
  const rest = line.slice(column);
  const match = KEY.exec(rest);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  const blank = dashes.length === 0 && (rest.trim() === '' || rest.startsWith('#'));
  return {
    start,
    blank,
    dashes,
    column,
    key: name,
    colon: match ? start + column + match[0].length - 1 : undefined,
    opens: match !== null && /^\s*(?:#.*)?$/.test(rest.slice(match[0].length)),
  };
}

/**
 * The nearest line above `start` that is neither blank nor a comment and is indented by at most `deepest` columns.
 * Deeper lines are skipped cheaply, since there may be thousands.
 */
export function lineBefore(text: string, start: number, deepest: number): BlockLine | undefined {
  for (let end = start - 1; end >= 0; ) {
    const from = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    if (indentFrom(text, from) <= deepest) {
      const line = blockLine(text.slice(from, end).replace(/\r$/, ''), from);
      if (!line.blank) return line;
    }
    end = from - 1;
  }
  return undefined;
}

function indentFrom(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

const SPACE = 32;
// Ids of old schemes and financial years begin with a digit.
const KEY = /^(?:([\p{L}\d_][^:#"'{}[\],]*?)|"([^"]*)"|'([^']*)')\s*:(?=\s|$)/u;
