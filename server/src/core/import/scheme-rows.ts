/** The rows of a sheet that are schemes: what each says, and what is wrong in which cell. Titles, notes and totals are told apart. */

import { say } from '../text/say';
import { shorten } from '../text/words';
import { formatMoney } from '../values/money';
import { readSheetAmount } from './amounts';
import type { Columns, SchemeField } from './columns';
import { cellOf, isBlankRow, type SheetFinding, type SheetRow } from './sheet';

/** One row of a scheme. Texts are empty where nothing stands. */
export interface SchemeRow {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly provider: string;
  readonly lead: string;
  readonly source: string;
  /** Pence; `undefined` where there is none that can be read. */
  readonly amount: number | undefined;
  /** An amount stands there that cannot be read, which has been told. */
  readonly isSpoiled: boolean;
}

export function schemeRows(columns: Columns, findings: SheetFinding[]): readonly SchemeRow[] {
  const rows: SchemeRow[] = [];
  let total: { readonly row: number; readonly pence: number } | undefined;
  for (const row of columns.data) {
    if (isBlankRow(row)) continue;
    const text = (field: SchemeField) => cellOf(row, columns.of.get(field)?.index);
    const amount = amountIn(row, columns, findings);
    if (isTotal(row)) {
      if (amount !== undefined) total = { row: row.number, pence: amount };
      continue;
    }
    const isEmpty = text('name') === '' && text('id') === '' && amount === undefined;
    if (isEmpty) {
      if (text('amount') === '') findings.push(passedOver(row));
      continue;
    }
    rows.push({
      row: row.number,
      id: text('id'),
      name: text('name'),
      description: text('description'),
      provider: text('provider'),
      lead: text('lead'),
      source: text('source'),
      amount,
      isSpoiled: amount === undefined && text('amount') !== '',
    });
  }
  checkTotal(rows, total, columns, findings);
  return rows;
}

function amountIn(row: SheetRow, { of }: Columns, findings: SheetFinding[]): number | undefined {
  const column = of.get('amount');
  if (!column) return undefined;
  const written = cellOf(row, column.index);
  const reading = readSheetAmount(written, column.pounds);
  if (!('fault' in reading)) return reading.pence;
  findings.push({
    severity: 'error',
    row: row.number,
    column,
    message: say`"${shorten(written)}" ${reading.fault}. Write the whole amount in pounds, like 1250000.`,
  });
  return undefined;
}

/** A row whose first text is "Total" sums up others. */
function isTotal(row: SheetRow): boolean {
  const first = row.cells.map((_, index) => cellOf(row, index)).find(cell => cell !== '') ?? '';
  return /^(?:grand |overall |sub[- ]?)?totals?\b/i.test(first);
}

function passedOver(row: SheetRow): SheetFinding {
  const said = row.cells.map((_, index) => cellOf(row, index)).find(cell => cell !== '') ?? '';
  const message = say`"${shorten(said)}" stands here without a scheme, so the row was passed over.`;
  return { severity: 'info', row: row.number, column: undefined, message };
}

/** The last total is of everything above it. */
function checkTotal(
  rows: readonly SchemeRow[],
  total: { readonly row: number; readonly pence: number } | undefined,
  { of }: Columns,
  findings: SheetFinding[],
): void {
  if (!total) return;
  const above = rows.filter(({ row }) => row < total.row);
  const sum = above.reduce((pence, { amount }) => pence + (amount ?? 0), 0);
  if (sum === total.pence) return;
  const message = say`The total is ${formatMoney(total.pence)}, and the rows above it come to ${formatMoney(sum)}. Check whether a row is missing, or stands twice.`;
  findings.push({ severity: 'warning', row: total.row, column: of.get('amount'), message });
}
