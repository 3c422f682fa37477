/** The cursor's place within `{}` and `[]`, scanned character by character from the outermost open bracket. */
import type { Step } from './step';

export interface FlowCursor {
  /** Offset of the outermost bracket. */
  readonly open: number;
  /** From the value of the outermost bracket to the mapping or list that the cursor is in. */
  readonly path: readonly Step[];
  readonly role: 'key' | 'value' | 'item';
  readonly key: string | undefined;
  readonly siblings: readonly string[];
  readonly wordStart: number;
  readonly needsSpace: boolean;
}

interface Level {
  readonly kind: 'map' | 'list';
  readonly open: number;
  readonly keys: string[];
  key: string | undefined;
  wordStart: number;
  afterColon: boolean;
}

/** How many lines above the cursor an open bracket is looked for. */
const reach = 40;

/** The cursor within the innermost bracket that is open at `offset`; `undefined` where none is. */
export function flowAt(text: string, offset: number): FlowCursor | undefined {
  let start = offset;
  for (let lines = 0; lines < reach && start > 0; lines++) {
    start = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    const levels = scan(text, start, offset);
    const first = levels[0];
    if (first && opensValue(text.slice(start, first.open))) return read(text, offset, levels);
    if (levels.length === 0 && /^\s*(?:-\s+)*[\p{L}_"'].*:(?:\s|$)|^\s*-\s|^\S/u.test(text.slice(start, offset)))
      return undefined;
  }
  return undefined;
}

/** Whether a bracket behind `before` opens a value in block style: after a key, a dash, or at the start. */
function opensValue(before: string): boolean {
  return /(?:^|:\s|-\s)\s*$/.test(before);
}

/** The brackets that are open at `offset`, reading from `start`. */
function scan(text: string, start: number, offset: number): Level[] {
  const levels: Level[] = [];
  for (let at = start; at < offset; at++) {
    const character = text[at];
    const level = levels.at(-1);
    if (
      (character === '"' || character === "'") &&
      (levels.length > 0 ? isEmptyUpTo(text, level, at) : /[\s:]/.test(text[at - 1] ?? ' '))
    ) {
      const close = closing(text, at, character, offset);
      if (close === undefined) return levels;
      at = close;
    } else if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const next = text.indexOf('\n', at);
      if (next < 0 || next >= offset) return levels;
      at = next;
    } else if ((character === '{' || character === '[') && (!level || isEmptyUpTo(text, level, at))) {
      if (!level && !opensValue(text.slice(start, at).split('\n').at(-1) ?? '')) continue;
      levels.push({
        kind: character === '{' ? 'map' : 'list',
        open: at,
        keys: [],
        key: undefined,
        wordStart: at + 1,
        afterColon: false,
      });
    } else if (level && (character === '}' || character === ']')) {
      levels.pop();
    } else if (level && character === ',') {
      level.key = undefined;
      level.afterColon = false;
      level.wordStart = at + 1;
    } else if (level?.kind === 'map' && character === ':' && !level.afterColon && /[\s]|$/.test(text[at + 1] ?? ' ')) {
      level.key = unquoted(text.slice(level.wordStart, at).trim());
      level.keys.push(level.key);
      level.afterColon = true;
      level.wordStart = at + 1;
    }
  }
  return levels;
}

function isEmptyUpTo(text: string, level: Level | undefined, at: number): boolean {
  return level === undefined || text.slice(level.wordStart, at).trim() === '';
}

function closing(text: string, open: number, quote: string, limit: number): number | undefined {
  for (let at = open + 1; at < limit; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

function read(text: string, offset: number, levels: readonly Level[]): FlowCursor | undefined {
  const first = levels[0];
  const last = levels.at(-1);
  if (!first || !last) return undefined;
  const path: Step[] = [];
  for (const level of levels) {
    if (level.kind === 'list') path.push('item');
    else if (level !== last && level.key !== undefined) path.push({ key: level.key });
  }
  let wordStart = last.wordStart;
  while (wordStart < offset && /\s/.test(text[wordStart] ?? '')) wordStart++;
  const role = last.kind === 'list' ? 'item' : last.afterColon ? 'value' : 'key';
  return {
    open: first.open,
    path,
    role,
    key: role === 'value' ? last.key : undefined,
    siblings: [...last.keys.filter(key => key !== last.key || last.afterColon), ...keysAfter(text, offset, first.open)],
    wordStart,
    needsSpace: role === 'value' && text[offset - 1] === ':',
  };
}

/** Keys of the same flow mapping behind the cursor, on the lines that still belong to the bracket at `open`. */
function keysAfter(text: string, offset: number, open: number): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const match of restOf(text, offset, open).matchAll(BEHIND)) {
    const [sign, key] = match;
    if (key !== undefined) {
      if (depth === 0) keys.push(unquoted(key));
    } else if (sign === '{' || sign === '[') depth++;
    else if (/^[}\]]/.test(sign) && --depth < 0) break;
  }
  return keys;
}

/** A quoted text, a bracket, or a key after a comma. */
const BEHIND = /,\s*([\p{L}\d_][\w./-]*|"[^"]*"|'[^']*')\s*:|"(?:[^"\\]|\\.)*"|[{[}\]]/gu;

/**
 * From `offset` to the furthest place that the bracket at `open` can reach: deeper lines, or lines that begin with a
 * bracket.
 */
function restOf(text: string, offset: number, open: number): string {
  const line = text.slice(text.lastIndexOf('\n', open) + 1, open);
  const indent = line.search(/\S|$/);
  const lines = text.slice(offset, offset + 4000).split('\n');
  const outside = lines.findIndex((each, index) => index > 0 && /\S/.test(each) && isOutside(each, indent));
  return (outside < 0 ? lines : lines.slice(0, outside)).join('\n');
}

function isOutside(line: string, indent: number): boolean {
  const column = line.search(/\S/);
  return /^[-]\s/.test(line.slice(column)) || (column <= indent && !/[}\]]/.test(line[column] ?? ''));
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
