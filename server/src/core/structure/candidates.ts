/** The texts that an author may have meant: each differs from what stands there by one slip of the keyboard. */
import type { OutlineLine } from './outline';
import type { Walk } from './walk';

/** A change of the text; offsets refer to the author's text. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One way to put a line right. */
export interface Candidate {
  readonly line: OutlineLine;
  readonly slip: 'column' | 'no dash' | 'dash too many' | 'dash' | 'no colon' | 'no braces';
  /** Column at which the line starts when it is put right. */
  readonly column: number;
  readonly changes: readonly Change[];
  /** How far it is from what stands there; among equals the nearest wins. */
  readonly distance: number;
}

/** Lines before a fault and after it that may be its cause. */
const BEFORE = 3;
const AFTER = 1;
/** Lines around it whose columns are tried. */
const AROUND = 8;

/**
 * What may have been meant by the lines around `at`, one of `lines`, or by those further up that opened what it does not
 * go on with; `state` is the walk before it.
 */
export function* candidatesAt(
  text: string,
  lines: readonly OutlineLine[],
  at: number,
  state: Walk,
): Generator<Candidate> {
  const columns = columnsAround(lines, at, state.columns());
  yield* openers(text, lines, at, state);
  for (let index = Math.max(0, at - BEFORE); index <= at + AFTER && index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const indent = line.dashes[0] ?? line.column;
    // A text goes on with a text of several lines; any other is told of by what reads it.
    const isText = line.key === undefined && line.dashes.length === 0;
    for (const column of isText ? textColumn(text, lines[index - 1], indent) : columns) {
      if (column === indent) continue;
      const distance = 0.1 + Math.abs(column - indent) * 0.01;
      const alone = moved(text, [line.start], column - indent);
      if (alone) yield { line, slip: 'column', column, changes: alone, distance };
      const block = blockOf(text, lines, index);
      const all = block.length > 1 ? moved(text, block, column - indent) : undefined;
      if (all) yield { line, slip: 'column', column, changes: all, distance: distance + 0.1 };
    }
    yield* dashes(text, line, isBare(lines[index - 1]));
    yield* colon(text, line);
  }
}

/** The column of the text of several lines below `above`, where a line at `indent` stands between it and its key. */
function textColumn(text: string, above: OutlineLine | undefined, indent: number): readonly number[] {
  if (!above || !/^[|>]/.test(above.value) || indent <= above.column) return [];
  const first = /^(?:[ \t]*\r?\n)*( *)\S/.exec(text.slice(above.end + 1, above.end + 400));
  return first?.[1] === undefined ? [] : [first[1].length];
}

/** The lines above that opened what line `at` does not go on with, moved to its column: it may be they that slipped. */
function* openers(text: string, lines: readonly OutlineLine[], at: number, state: Walk): Generator<Candidate> {
  const column = firstColumn(lines[at]);
  for (const start of state.openedBeside(column)) {
    const line = lines.find(each => each.start === start);
    const from = firstColumn(line);
    const changes = line && from !== column ? moved(text, [start], column - from) : undefined;
    if (line && changes)
      yield { line, slip: 'column', column, changes, distance: 0.1 + Math.abs(from - column) * 0.01 };
  }
}

function columnsAround(lines: readonly OutlineLine[], at: number, open: readonly number[]): ReadonlySet<number> {
  const columns = new Set(open);
  for (const line of lines.slice(Math.max(0, at - AROUND), at + AROUND)) {
    for (const dash of line.dashes) columns.add(dash);
    columns.add(line.column);
    if (line.key !== undefined && /^(?:$|[|>])/.test(line.value)) columns.add(line.column + 2);
  }
  return columns;
}

/** The starts of the lines that go with line `index`: those below it that stand deeper. */
function blockOf(text: string, lines: readonly OutlineLine[], index: number): readonly number[] {
  const line = lines[index];
  if (!line) return [];
  const indent = line.dashes[0] ?? line.column;
  let last = index;
  while (last + 1 < lines.length && firstColumn(lines[last + 1]) > indent && last - index < 400) last++;
  const end = lines[last + 1]?.start ?? text.length;
  const starts: number[] = [];
  for (let at = line.start; at < end && starts.length < 400; ) {
    const next = text.indexOf('\n', at);
    if (text.slice(at, next < 0 ? end : next).trim() !== '') starts.push(at);
    at = next < 0 ? end : next + 1;
  }
  return starts;
}

function firstColumn(line: OutlineLine | undefined): number {
  return line ? (line.dashes[0] ?? line.column) : -1;
}

/** The lines that start at `starts`, moved by `by` columns; `undefined` where one has not so much white space. */
function moved(text: string, starts: readonly number[], by: number): readonly Change[] | undefined {
  const changes: Change[] = [];
  for (const start of starts) {
    if (by > 0) changes.push({ from: start, to: start, text: ' '.repeat(by) });
    else if (/^ *$/.test(text.slice(start, start - by))) changes.push({ from: start, to: start - by, text: '' });
    else return undefined;
  }
  return changes;
}

/** Whether nothing stands behind the dash of `line`: an item that was left empty. */
function isBare(line: OutlineLine | undefined): boolean {
  return line !== undefined && line.dashes.length > 0 && line.key === undefined && line.value === '';
}

function* dashes(text: string, line: OutlineLine, isBelowEmptyItem: boolean): Generator<Candidate> {
  const { start, column, dashes: there } = line;
  const body = start + column;
  const [first, second] = there;
  if (first === undefined && (line.key !== undefined || line.value.startsWith('{'))) {
    yield { line, slip: 'no dash', column, changes: [{ from: body, to: body, text: '- ' }], distance: 0.1 };
    if (column >= 2)
      yield {
        line,
        slip: 'no dash',
        column: column - 2,
        changes: [{ from: body - 2, to: body, text: '- ' }],
        distance: 0.12,
      };
  }
  if (first !== undefined && second !== undefined) {
    const from = start + second;
    yield { line, slip: 'dash too many', column: first, changes: [{ from, to: body, text: '' }], distance: 0.1 };
    yield { line, slip: 'dash too many', column: first, changes: [{ from, to: from + 1, text: ' ' }], distance: 0.15 };
  }
  if (first !== undefined && second === undefined && line.key !== undefined && !isBelowEmptyItem) {
    const from = start + first;
    yield { line, slip: 'dash', column, changes: [{ from, to: from + 1, text: ' ' }], distance: 0.14 };
    yield { line, slip: 'dash', column: first, changes: [{ from, to: body, text: '' }], distance: 0.16 };
    const end = start + text.slice(start, line.end).trimEnd().length;
    if (/^[^#]*,\s*[\w-]+:\s/.test(line.value) && !/[{}]/.test(line.value))
      yield {
        line,
        slip: 'no braces',
        column: first,
        changes: [
          { from: body, to: body, text: '{' },
          { from: end, to: end, text: '}' },
        ],
        distance: 0.1,
      };
  }
}

/** A word that is a key, without its colon. */
function* colon(text: string, line: OutlineLine): Generator<Candidate> {
  if (line.key !== undefined) return;
  const word = /^[a-z\d][a-z\d_-]*(?=\s+[\p{L}\d£"'{[|>]|\s*$)/u.exec(
    text.slice(line.start + line.column, line.end),
  )?.[0];
  if (word === undefined) return;
  const at = line.start + line.column + word.length;
  yield { line, slip: 'no colon', column: line.column, changes: [{ from: at, to: at, text: ':' }], distance: 0.1 };
}
