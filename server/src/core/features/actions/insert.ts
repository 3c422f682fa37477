/**
 * Where to insert: an item at the end of its list, a key at its place in the format's order, a value after its key.
 * Insertions take the indentation and style of their neighbours. All texts are snippets.
 */
import type { Analysis } from '../../analysis';
import { lastLineWithComments } from '../../format/moved-entries';
import { kindOf } from '../../schema/document-kind';
import { type Shape, shapeNamed, shapeUnder } from '../../schema/shape';
import { type Entry, isEmpty, type ListNode, type MapNode, type Node } from '../../syntax/tree/node';
import { lineBreakOf } from '../../text/line-break';
import type { ActionEdit } from './action';

/** Keys with the snippets of their values, in order. */
export type Values = readonly (readonly [key: string, text: string])[];

/** Where a value is to be written: the column of its key, and whether within `{}`. */
export interface ValuePlace {
  readonly column: number;
  readonly flow: boolean;
}

type Document = Pick<Analysis, 'text' | 'lines' | 'tree'>;

/** Adds an item to the list at `path` (`budget`, `lines`), which is made where it is absent; `undefined` where none fits. */
export function insertItem(document: Document, path: readonly string[], values: Values): ActionEdit | undefined {
  const write = ({ column, flow }: ValuePlace) =>
    flow ? ` [${inBrackets(values)}]` : `\n${pad(column + 2)}- ${inLines(values, column + 4)}`;
  return insertAt(document, path, write, (entry, map) => {
    const { value } = entry;
    if (value.kind !== 'list') return undefined;
    if (value.style === 'block') return afterLast(document, value, values);
    return insteadOfNone(document, entry, map, write) ?? intoBrackets(document, value, values);
  });
}

/** Adds `key` with its value to the mapping at `path`, which is made where it is absent. */
export function insertKey(
  document: Document,
  path: readonly string[],
  key: string,
  text: string,
): ActionEdit | undefined {
  return insertAt(
    document,
    [...path, key],
    () => ` ${text}`,
    () => undefined,
  );
}

/** Adds `key` to `map`, a mapping of `shape`, at its place in the order of the format. */
export function insertEntry(
  { text, lines }: Document,
  map: MapNode,
  shape: Shape,
  key: string,
  write: (place: ValuePlace) => string,
): ActionEdit | undefined {
  const before = entryBefore(map, shape, key);
  const first = map.entries[0];
  const flow = map.style === 'flow';
  if (map.entries.some(({ key: other, value }) => value.start < other.end)) return undefined;
  if (!first)
    return text[map.start] === '{' ? within(map.start + 1, `${key}:${write({ column: 0, flow: true })}`) : undefined;
  const column = lines.positionAt(first.key.start).column;
  const written = `${key}:${write({ column, flow })}`;
  if (flow) {
    const end = before && Math.max(before.key.end, before.value.end);
    return end === undefined ? within(first.key.start, `${written}, `) : within(end, `, ${written}`);
  }
  if (!before) return withLineBreaks(text, within(first.key.start, `${written}\n${pad(column)}`));
  const isSection = column === 0 && shapeUnder(shape, key, undefined)?.schema['x-section'] === true;
  const gap = isSection && written.includes('\n') ? '\n' : '';
  return withLineBreaks(text, within(endOfEntry({ text, lines }, before, column), `${gap}\n${pad(column)}${written}`));
}

/** Replaces the value of `entry` with `text`, or writes it after the colon where there is none. */
export function setValue({ text: all }: Pick<Document, 'text'>, { key, value }: Entry, text: string): ActionEdit {
  if (value.start < value.end) return { at: { start: value.start, end: value.end }, text, snippet: true };
  const colon = all.indexOf(':', key.end) + 1;
  const spaces = /^ */.exec(all.slice(colon))?.[0].length ?? 0;
  const isLast = /^(?:[\r\n]|$)/.test(all.slice(colon + spaces));
  return { at: { start: colon, end: isLast ? colon + spaces : colon }, text: ` ${text}`, snippet: true };
}

/** Goes down `path`, and creates the first absent key with all that belongs below it. */
function insertAt(
  document: Document,
  path: readonly string[],
  write: (place: ValuePlace) => string,
  into: (entry: Entry, map: MapNode) => ActionEdit | undefined,
): ActionEdit | undefined {
  const kind = kindOf(document.tree.root);
  if (!kind) return undefined;
  let map: MapNode = document.tree.root;
  let shape: Shape | undefined = shapeNamed(kind);
  for (const [index, key] of path.entries()) {
    const rest = path.slice(index + 1);
    const entry: Entry | undefined = map.entry(key);
    if (!shape) return undefined;
    if (!entry) return insertEntry(document, map, shape, key, place => below(rest, place, write));
    if (isEmpty(entry.value)) return fill(document, map, entry, place => below(rest, place, write));
    if (rest.length === 0) return into(entry, map);
    if (entry.value.kind !== 'map') return undefined;
    shape = shapeUnder(shape, key, entry.value);
    map = entry.value;
  }
  return undefined;
}

/** The keys of `path` nested below one another, with what `write` returns under the last. */
function below(path: readonly string[], place: ValuePlace, write: (place: ValuePlace) => string): string {
  const [key, ...rest] = path;
  if (key === undefined) return write(place);
  if (place.flow) return ` {${key}:${below(rest, place, write)}}`;
  const column = place.column + 2;
  return `\n${pad(column)}${key}:${below(rest, { ...place, column }, write)}`;
}

/** Fills a key that has no value; a comment on its line stays there. */
function fill(
  document: Document,
  map: MapNode,
  entry: Entry,
  write: (place: ValuePlace) => string,
): ActionEdit | undefined {
  if (entry.value.start !== entry.value.end) return undefined;
  const { text, lines } = document;
  const flow = map.style === 'flow';
  const written = write({ column: lines.positionAt(entry.key.start).column, flow });
  if (flow || !written.startsWith('\n')) return setValue(document, entry, written.trimStart());
  return withLineBreaks(text, within(lines.endOf(lines.positionAt(entry.key.end).line), written));
}

function afterLast({ text, lines }: Document, list: ListNode, values: Values): ActionEdit | undefined {
  const last = list.items.at(-1);
  if (!last) return undefined;
  const start = lines.startOf(lines.positionAt(last.start).line);
  const prefix = text.slice(start, last.start);
  if (!/^ *- +$/.test(prefix)) return undefined;
  const item = last.kind === 'map' && last.style === 'flow' ? `{${inFlow(values)}}` : inLines(values, prefix.length);
  const dash = prefix.indexOf('-');
  const end = lines.endOf(lastLineWithComments(text, lines, endsInText(last) ? last.end - 1 : last.end, dash));
  return withLineBreaks(text, within(end, `\n${prefix}${item}`));
}

function intoBrackets({ text }: Document, list: ListNode, values: Values): ActionEdit | undefined {
  const close = list.end - 1;
  if (text[close] !== ']') return undefined;
  return within(close, list.items.length === 0 ? inBrackets(values) : `, ${inBrackets(values)}`);
}

/** The entry behind which `key` belongs; `undefined` where it belongs first. */
function entryBefore(map: MapNode, shape: Shape, key: string): Entry | undefined {
  const order = Object.keys(shape.schema.properties ?? {});
  if (order.includes(key)) return map.entries.findLast(entry => order.indexOf(entry.key.text) < order.indexOf(key));
  if (!/^\d{4}-/.test(key)) return map.entries.at(-1);
  return map.entries.findLast(entry => entry.key.text < key);
}

/** The end of the last line of `entry`, whose key stands at `column`. */
function endOfEntry({ text, lines }: Pick<Document, 'text' | 'lines'>, { key, value }: Entry, column: number): number {
  const end = Math.max(key.end, endsInText(value) ? value.end - 1 : value.end);
  return lines.endOf(lastLineWithComments(text, lines, end, column));
}

/** Replaces `[]` by a block list, where nothing else follows it on the line. */
function insteadOfNone(
  { text, lines }: Document,
  { key, value }: Entry,
  map: MapNode,
  write: (place: ValuePlace) => string,
): ActionEdit | undefined {
  const colon = text.indexOf(':', key.end) + 1;
  const isAlone = /^ *\[\s*\]$/.test(text.slice(colon, value.end)) && /^ *(?:[\r\n]|$)/.test(text.slice(value.end));
  if (!isAlone || map.style === 'flow') return undefined;
  const written = write({ column: lines.positionAt(key.start).column, flow: false });
  return withLineBreaks(text, { at: { start: colon, end: value.end }, text: written, snippet: true });
}

/** Whether `node` ends in a block text, which includes its last line break. */
function endsInText(node: Node): boolean {
  if (node.kind === 'scalar') return node.style === 'literal' || node.style === 'folded';
  const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  return last !== undefined && endsInText(last);
}

function inBrackets(values: Values): string {
  return `{${inFlow(values)}}`;
}

function inFlow(values: Values): string {
  return values.map(([key, text]) => `${key}: ${text}`).join(', ');
}

function inLines(values: Values, column: number): string {
  return values.map(([key, text]) => `${key}: ${text}`).join(`\n${pad(column)}`);
}

function within(offset: number, text: string): ActionEdit {
  return { at: { start: offset, end: offset }, text, snippet: true };
}

function withLineBreaks(text: string, edit: ActionEdit): ActionEdit {
  return { ...edit, text: edit.text.replaceAll('\n', lineBreakOf(text)) };
}

function pad(column: number): string {
  return ' '.repeat(column);
}
