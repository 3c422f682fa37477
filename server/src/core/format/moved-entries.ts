/** Moves the entries of one mapping: whole lines in block style, what stands between commas within `{}`. */

import type { SyntaxTree } from '../syntax/parse';
import type { Entry, MapNode } from '../syntax/tree/node';
import type { TextEdit } from '../text/edit';
import { lineBreakOf } from '../text/line-break';
import type { LineIndex } from '../text/line-index';

/** The edit that brings the entries of `map` into `order`; none where something stands in the way. */
export function movedEntries(
  tree: SyntaxTree,
  lines: LineIndex,
  map: MapNode,
  order: readonly Entry[],
): readonly TextEdit[] {
  if (map.entries.some(({ key, value }) => value.start < key.end)) return [];
  return map.style === 'flow' ? inFlow(tree, map, order) : inBlock(tree, lines, map, order);
}

/** What stands between the entries stays where it is. */
function inFlow({ text, faults }: SyntaxTree, map: MapNode, order: readonly Entry[]): readonly TextEdit[] {
  const first = map.entries[0];
  const last = map.entries.at(-1);
  if (!first || !last || text.slice(map.start, map.end).includes('#')) return [];
  if (map.entries.some(({ value }) => value.start === value.end)) return [];
  if (faults.some(({ at }) => map.start <= at.start && at.end <= map.end)) return [];
  let moved = '';
  let from = first.key.start;
  for (const [index, { key, value }] of map.entries.entries()) {
    const entry = order[index];
    moved += text.slice(from, key.start) + (entry ? text.slice(entry.key.start, entry.value.end) : '');
    from = value.end;
  }
  return [{ at: { start: first.key.start, end: last.value.end }, text: moved }];
}

/** One entry with the lines that belong to it. */
interface Lines {
  /** Whole lines above the key: comments and blank lines. */
  readonly lead: string;
  /** From the key to the end of its last line, without the line break. */
  readonly body: string;
}

function inBlock(tree: SyntaxTree, lines: LineIndex, map: MapNode, order: readonly Entry[]): readonly TextEdit[] {
  const { text } = tree;
  const first = map.entries[0];
  if (!first) return [];
  const column = lines.positionAt(first.key.start).column;
  const firstLine = lines.positionAt(first.key.start).line;
  const leadLine = waiverLinesAbove(text, lines, firstLine);
  const parts = new Map<Entry, Lines>();
  let from = lines.startOf(leadLine);
  for (const entry of map.entries) {
    const end = lines.endOf(lastLine(text, lines, entry, column));
    const start = Math.max(from, lines.startOf(lines.positionAt(entry.key.start).line));
    parts.set(entry, { lead: text.slice(from, start), body: text.slice(entry.key.start, end) });
    from = Math.min(text.length, lines.startOf(lines.positionAt(end).line + 1));
  }
  const prefix = text.slice(lines.startOf(firstLine), first.key.start);
  const end = lines.endOf(lastLine(text, lines, map.entries[map.entries.length - 1] ?? first, column));
  const lineBreak = lineBreakOf(text);
  const outer = /^\ufeff? */.exec(prefix)?.[0].length ?? 0;
  const moved = order.map((entry, index) => {
    const { lead, body } = parts.get(entry) ?? { lead: '', body: '' };
    const isFirst = index === 0;
    return indented(lead, isFirst ? outer : column) + (isFirst ? prefix : ' '.repeat(column)) + body;
  });
  return [{ at: { start: lines.startOf(leadLine), end }, text: moved.join(lineBreak) }];
}

/** Comments at the top of a mapping are about all of it; only a waiver there is for the line of its first key. */
function waiverLinesAbove(text: string, lines: LineIndex, line: number): number {
  let above = line;
  while (above > 0 && /^\s*#/.test(lineText(text, lines, above - 1))) above--;
  for (let at = above; at < line; at++) if (/^\s*#+\s*oneplan-waive\b/i.test(lineText(text, lines, at))) return at;
  return line;
}

function lastLine(text: string, lines: LineIndex, { key, value }: Entry, column: number): number {
  const isText = value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded');
  return lastLineWithComments(text, lines, Math.max(key.end, isText ? value.end - 1 : value.end), column);
}

/** The last line of what ends at `end`: comments below that are indented deeper than `column` belong to it. */
export function lastLineWithComments(text: string, lines: LineIndex, end: number, column: number): number {
  let last = lines.positionAt(end).line;
  for (let line = last + 1; line < lines.lineCount; line++) {
    const content = lineText(text, lines, line);
    if (content.trim() === '') continue;
    const indent = content.search(/\S/);
    if (content[indent] !== '#' || indent <= column) break;
    last = line;
  }
  return last;
}

function indented(lead: string, column: number): string {
  return lead.replace(/^[ \t]*(?=#)/gm, ' '.repeat(column));
}

function lineText(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.startOf(line), lines.endOf(line));
}
