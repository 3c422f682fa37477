/** Where comments on lines of their own belong: with what follows them, or with what they are indented under. */
import type { LineIndex } from '../text/line-index';
import type { Layout } from './layout-types';
import { indentOf, isBlank } from './spacing-edit';

/** The column of each line that holds a comment and nothing else. */
export function commentColumns(text: string, lines: LineIndex, layout: Layout): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  let next: { from: number; to: number } | undefined;
  for (let line = lines.lineCount - 1; line >= 0; line--) {
    const known = layout.columns.get(line);
    const first = known?.levels[0];
    if (known && first) next = { from: first.from, to: known.to };
    else if (isComment(text, lines, line, layout)) {
      const indent = indentOf(text, lines, line);
      const column = next && indent <= next.from ? next.to : columnUnder(line, indent, next, layout);
      columns.set(line, column);
    }
  }
  return columns;
}

/** Whether `line` holds a comment and nothing else, and is no part of a text. */
export function isComment(text: string, lines: LineIndex, line: number, layout: Layout): boolean {
  if (layout.continued.has(line) || layout.joined.has(line) || isBlank(text, lines, line)) return false;
  return text[lines.startOf(line) + indentOf(text, lines, line)] === '#';
}

/** The column of a comment that is indented deeper than what follows: that of what it stands under. */
function columnUnder(line: number, indent: number, next: { to: number } | undefined, layout: Layout): number {
  for (let above = line - 1; above >= 0; above--) {
    const known = layout.columns.get(above);
    if (!known) continue;
    const level = known.levels.findLast(({ from }) => from <= indent);
    if (!level) continue;
    const isDeeper = known.opens && level === known.levels.at(-1) && indent > level.from;
    return isDeeper ? level.to + 2 : level.to;
  }
  return next?.to ?? 0;
}
