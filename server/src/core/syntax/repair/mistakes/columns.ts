/** The columns in which a line may belong. */
import { bodyColumn, contentBefore, type Line } from './line';

/** The columns in which keys start above `line`, as far as they enclose it. */
export function columnsAbove(text: string, line: Line): number[] {
  const columns: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (
    let above = contentBefore(text, line), count = 0;
    above && count < 400;
    above = contentBefore(text, above), count++
  ) {
    if (above.key && bodyColumn(above) < least) {
      least = bodyColumn(above);
      columns.push(least);
    }
    least = Math.min(least, above.indent);
    if (least === 0) break;
  }
  return columns;
}

export function nearestFirst(columns: readonly number[], column: number): readonly number[] {
  return [...columns].sort((a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a);
}
