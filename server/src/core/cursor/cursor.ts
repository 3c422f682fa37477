/**
 * The cursor's place in the format: in which mapping or list, and whether a key or a value is being typed. Read from
 * the lines and not from the tree, because text that is being typed usually does not parse yet.
 */

import { lineEnd, lineStart } from '../text/line-bounds';
import type { Span } from '../text/span';
import { type BlockLine, blockLine, lineBefore } from './block-line';
import { type FlowCursor, flowAt } from './flow-cursor';
import type { Step } from './step';

export interface Cursor {
  /** From the root to the mapping or list that the cursor is in. */
  readonly path: readonly Step[];
  /** What is being written: a key of a mapping, the value of `key`, or an item of a list. */
  readonly role: 'key' | 'value' | 'item';
  /** The key whose value is being written. */
  readonly key: string | undefined;
  /** The word that is being written: what a completion replaces. */
  readonly word: Span;
  /** The word up to the cursor. */
  readonly typed: string;
  /** Keys that the mapping already has. */
  readonly siblings: readonly string[];
  /** Within `{}` or `[]`. */
  readonly flow: boolean;
  /** Column at which the keys of the mapping stand. */
  readonly column: number;
  /** Whether a colon already follows the word. */
  readonly hasColon: boolean;
  /** Whether the cursor stands directly behind a colon or a dash, so that a space is needed first. */
  readonly needsSpace: boolean;
}

/** The cursor at `offset`; `undefined` in a comment, and where the format allows nothing. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (/(?:^|\s)#/.test(withoutQuoted(before))) return undefined;
  const flow = flowAt(text, offset);
  if (flow) return inFlow(text, offset, flow);
  const end = lineEnd(text, offset);
  const line = blockLine(text.slice(start, end), start);
  const behindColon = line.key !== undefined && line.colon !== undefined && offset > line.colon;
  const behindDash = line.key === undefined && /(?:^|\s)-$/.test(before);
  const column =
    behindColon || line.key !== undefined
      ? line.column
      : Math.max(line.dashes.length === 0 ? 0 : line.column, before.length - typedWord(before).length) +
        (behindDash ? 1 : 0);
  const { path, siblings } = surroundings(text, start, line, column);
  if (behindColon && line.key !== undefined && line.colon !== undefined)
    return atValue(text, offset, line.key, line.colon, { path, siblings, column });
  const typed = behindDash ? '' : typedWord(before);
  // After other words the author is typing text, not a key.
  if (!behindDash && before.replace(OPENING, '') !== typed) return undefined;
  const after = /^[\w-]*/.exec(text.slice(offset, end))?.[0] ?? '';
  const word = { start: offset - typed.length, end: offset + after.length };
  const inList = path.at(-1) === 'item' && line.dashes.length > 0 && line.key === undefined;
  return {
    path,
    role: inList ? 'item' : 'key',
    key: undefined,
    word,
    typed,
    siblings: siblings.filter(key => key !== line.key || line.colon === undefined),
    flow: false,
    column,
    hasColon: /^\s*:/.test(text.slice(word.end, end)),
    needsSpace: behindDash,
  };
}

/** The cursor at `offset` behind the colon, at `colon`, of `key`. */
function atValue(
  text: string,
  offset: number,
  key: string,
  colon: number,
  place: Pick<Cursor, 'path' | 'siblings' | 'column'>,
): Cursor {
  const start = Math.min(offset, skipSpaces(text, colon + 1));
  const word = { start, end: Math.max(offset, trimmedLineEnd(text, start, lineEnd(text, offset))) };
  return {
    ...place,
    role: 'value',
    key,
    word,
    typed: text.slice(start, offset),
    flow: false,
    hasColon: false,
    needsSpace: offset === colon + 1,
  };
}

function inFlow(text: string, offset: number, flow: FlowCursor): Cursor | undefined {
  const start = lineStart(text, flow.open);
  const line = blockLine(text.slice(start, lineEnd(text, flow.open)), start);
  const { path } = surroundings(text, start, line, line.column);
  const outer: Step[] =
    line.key !== undefined && line.colon !== undefined && flow.open > line.colon
      ? [...path, { key: line.key }]
      : [...path];
  const end = Math.max(offset, offset + (/^[^,\]}\n\r:]*/.exec(text.slice(offset))?.[0].trimEnd().length ?? 0));
  return {
    path: [...outer, ...flow.path],
    role: flow.role,
    key: flow.key,
    word: { start: flow.wordStart, end },
    typed: text.slice(flow.wordStart, offset),
    siblings: flow.siblings,
    flow: true,
    column: line.column,
    hasColon: /^\s*:/.test(text.slice(end)),
    needsSpace: flow.needsSpace,
  };
}

/** The path to the mapping at `column` on the line, and its other keys. */
function surroundings(
  text: string,
  start: number,
  line: BlockLine,
  column: number,
): { path: Step[]; siblings: string[] } {
  const path: Step[] = [];
  const siblings: string[] = line.key === undefined ? [] : [line.key];
  let at = column;
  let collecting = true;
  const climb = (dashes: readonly number[]) => {
    for (const dash of [...dashes].reverse()) {
      if (dash >= at) continue;
      path.unshift('item');
      at = dash;
      collecting = false;
    }
  };
  climb(line.dashes);
  for (let above = lineBefore(text, start, at); above; above = lineBefore(text, above.start, at)) {
    const key = above.key;
    if (key !== undefined && above.column === at && collecting) siblings.push(key);
    const opens = key !== undefined && above.opens;
    const owns =
      opens && (above.column < at || (above.column === at && path[0] === 'item' && above.dashes.length === 0));
    if (owns && key !== undefined) {
      path.unshift({ key });
      at = above.column;
      collecting = false;
    } else if (
      key !== undefined &&
      !opens &&
      above.column < at &&
      path.length === 0 &&
      collecting &&
      above.dashes.length === 0
    ) {
      // The line above is complete, so a deeper line below it is a sibling and not its child.
      at = above.column;
      siblings.push(key);
    }
    climb(above.dashes);
    if (at === 0 && path[0] !== 'item') break;
  }
  siblings.push(...keysBelow(text, start, column));
  return { path, siblings };
}

/** Keys of the same mapping on the lines that follow. */
function keysBelow(text: string, start: number, column: number): string[] {
  const keys: string[] = [];
  let at = lineEnd(text, start) + 1;
  while (at < text.length && keys.length < 100) {
    const end = lineEnd(text, at);
    const line = blockLine(text.slice(at, end), at);
    at = end + 1;
    if (line.blank) continue;
    const first = line.dashes[0] ?? line.column;
    if (first < column) break;
    if (line.column === column && line.dashes.length === 0 && line.key !== undefined) keys.push(line.key);
  }
  return keys;
}

function typedWord(before: string): string {
  return /[\p{L}\p{N}_-]*$/u.exec(before.replace(OPENING, ''))?.[0] ?? '';
}

/** Indentation and dashes. */
const OPENING = /^\s*(?:-\s+)*/;

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '');
}

function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ') at++;
  return at;
}

/** The end of the value on its line, without a trailing comment. */
function trimmedLineEnd(text: string, from: number, to: number): number {
  const value = text
    .slice(from, to)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  return from + value.length;
}
