/**
 * Text edits that put new items at the end of a section of a plan, whether it is there, empty, in braces or absent. They
 * only insert: what the author wrote stays as it is, to the byte.
 */
import { shapeNamed, shapeUnder } from '../schema/shape';
import { type Entry, isEmpty, ListNode, MapNode } from '../syntax/tree/node';
import type { TextEdit } from '../text/edit';
import { lineBreakOf } from '../text/line-break';
import { spanAt } from '../text/span';
import { asBlockItem, asFlowItem, type ItemText } from './item-text';

/** The edits that add `items` to the list at `path` of the plan `root`, or the key at which something else stands. */
export function appendItems(
  text: string,
  root: MapNode,
  path: readonly [string, ...string[]],
  items: readonly ItemText[],
): readonly TextEdit[] | { readonly blockedBy: string } {
  if (items.length === 0) return [];
  const [key, ...rest] = path;
  return into(text, root, 'one-plan', key, rest, items);
}

/** The end of the line on which what stands before `offset` ends: its comment stays with it. */
function endOfLineAfter(text: string, offset: number): number {
  const content = text.slice(0, offset).trimEnd().length;
  const rest = /[\r\n]/.exec(text.slice(content));
  return rest ? content + rest.index : text.length;
}

/** How far from the start of its line `offset` is. */
export function columnOf(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1;
}

/** An insertion of whole lines after the line on which `offset` ends. */
export function linesAfter(text: string, offset: number, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakOf(text);
  return { at: spanAt(endOfLineAfter(text, offset)), text: lines.map(line => lineBreak + line).join('') };
}

function into(
  text: string,
  map: MapNode,
  shapeName: string,
  key: string,
  rest: readonly string[],
  items: readonly ItemText[],
): readonly TextEdit[] | { readonly blockedBy: string } {
  const entry = map.entry(key);
  if (!entry) return [newSection(text, map, shapeName, [key, ...rest], items)];
  const { value } = entry;
  const [next, ...after] = rest;
  if (next !== undefined && value instanceof MapNode) {
    const shape = shapeUnder(shapeNamed(shapeName), key, value)?.def ?? key;
    return into(text, value, shape, next, after, items);
  }
  if (next === undefined && value instanceof ListNode) return [atEndOfList(text, value, items)];
  return isEmpty(value) ? inEmptySection(text, map, entry, rest, items) : { blockedBy: key };
}

function atEndOfList(text: string, list: ListNode, items: readonly ItemText[]): TextEdit {
  const last = list.items.at(-1);
  if (list.style === 'flow') {
    const written = items.map(asFlowItem).join(', ');
    return last
      ? { at: spanAt(last.end), text: `, ${written}` }
      : { at: spanAt(text.lastIndexOf(']', list.end - 1)), text: written };
  }
  const indent = ' '.repeat(columnOf(text, dashOf(text, list)));
  return linesAfter(
    text,
    last?.end ?? list.end,
    items.flatMap(item => asBlockItem(item, indent)),
  );
}

/** Offset of the first dash of a list on lines of its own. */
function dashOf(text: string, list: ListNode): number {
  const first = list.items[0];
  return text[list.start] === '-' || !first ? list.start : text.lastIndexOf('-', first.start - 1);
}

/** `schemes:` with nothing behind it; a `null` or `~` there has to go. */
function inEmptySection(
  text: string,
  map: MapNode,
  { key, value }: Entry,
  rest: readonly string[],
  items: readonly ItemText[],
): readonly TextEdit[] {
  const gone: readonly TextEdit[] = value.end > value.start ? [{ at: value, text: '' }] : [];
  if (map.style === 'flow') {
    const colon = /^\s*:/.exec(text.slice(key.end));
    const at = spanAt(key.end + (colon?.[0].length ?? 0));
    return [...gone, { at, text: `${colon ? '' : ':'} ${inBraces(rest, items)}` }];
  }
  const indent = ' '.repeat(columnOf(text, key.start) + 2);
  return [...gone, linesAfter(text, Math.max(key.end, value.end), sectionLines(rest, items, indent))];
}

/** A section that is not there, behind the last of those that come before it in the format. */
function newSection(
  text: string,
  map: MapNode,
  shapeName: string,
  path: readonly string[],
  items: readonly ItemText[],
): TextEdit {
  const [key = '', ...rest] = path;
  const order = Object.keys(shapeNamed(shapeName).schema.properties ?? {});
  const place = (entry: Entry) => order.indexOf(entry.key.text);
  const before = map.entries.filter(entry => place(entry) < order.indexOf(key));
  const neighbour = before.length > 0 ? before.reduce((a, b) => (place(b) > place(a) ? b : a)) : map.entries.at(-1);
  const end = neighbour ? Math.max(neighbour.key.end, neighbour.value.end) : map.start;
  if (map.style === 'flow') {
    const written = `${key}: ${inBraces(rest, items)}`;
    return neighbour
      ? { at: spanAt(end), text: `, ${written}` }
      : { at: spanAt(text.lastIndexOf('}', map.end - 1)), text: written };
  }
  const column = neighbour ? columnOf(text, neighbour.key.start) : 0;
  const indent = ' '.repeat(column);
  const lines = [`${indent}${key}:`, ...sectionLines(rest, items, `${indent}  `)];
  return linesAfter(text, end, column === 0 ? ['', ...lines] : lines);
}

function sectionLines(path: readonly string[], items: readonly ItemText[], indent: string): readonly string[] {
  const [key, ...rest] = path;
  if (key === undefined) return items.flatMap(item => asBlockItem(item, indent));
  return [`${indent}${key}:`, ...sectionLines(rest, items, `${indent}  `)];
}

function inBraces(path: readonly string[], items: readonly ItemText[]): string {
  const [key, ...rest] = path;
  return key === undefined ? `[${items.map(asFlowItem).join(', ')}]` : `{${key}: ${inBraces(rest, items)}}`;
}
