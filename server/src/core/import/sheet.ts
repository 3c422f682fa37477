/** A sheet of a spreadsheet as its rows, and places in it as people name them: "row 7, column F". */

/** One row; `number` counts from 1 as the spreadsheet does, empty rows included. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** `A`, `B` … `Z`, `AA` for a column counted from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The text of a cell on one line, without white space around it; empty where the row is shorter. */
export function cellOf(row: SheetRow, index: number | undefined): string {
  const cell = index === undefined ? '' : (row.cells[index] ?? '');
  return cell.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Whether nothing but spaces stands in any cell. */
export function isBlankRow({ cells }: SheetRow): boolean {
  return cells.every(cell => cell.trim() === '');
}

/** What was found in a sheet. `row` and `column` are absent where it concerns the whole. */
export interface SheetFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly row: number | undefined;
  /** Letters and heading of the column. */
  readonly column: { readonly letters: string; readonly heading: string } | undefined;
  readonly message: string;
}
