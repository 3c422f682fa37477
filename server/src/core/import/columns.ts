/**
 * Which column holds what: guessed by the words that Better Care Fund templates use, and named by the author where these
 * do not fit. Headings may stand below a title, and in two rows where cells were merged.
 */

import { nearest } from '../text/nearest';
import { listAnd, listOr, say } from '../text/say';
import { shorten } from '../text/words';
import { cellOf, columnLetters, type SheetRow } from './sheet';

export const schemeFields = ['id', 'name', 'description', 'provider', 'lead', 'amount', 'source'] as const;
/** `source` is where the money comes from: why a scheme stands on several rows. */
export type SchemeField = (typeof schemeFields)[number];

export interface Column {
  readonly index: number;
  readonly letters: string;
  readonly heading: string;
  /** How many pounds one stands for: 1,000 under "£000". */
  readonly pounds: 1 | 1000;
}

export interface Columns {
  readonly of: ReadonlyMap<SchemeField, Column>;
  /** The rows behind the headings. */
  readonly data: readonly SheetRow[];
  /** The rows before them, and the headings themselves. */
  readonly above: readonly SheetRow[];
}

/** So far down headings are looked for. */
const DEEPEST = 40;

/** The columns of `rows`, those that the author names first; or what to do, as sentences. */
export function columnsOf(
  rows: readonly SheetRow[],
  named: ReadonlyMap<SchemeField, string>,
): Columns | { readonly mistakes: readonly string[] } {
  const headings = headingsIn(rows, named);
  const { cells, last } = headings;
  const mistakes: string[] = [];
  const of = new Map<SchemeField, Column>();
  for (const [field, heading] of named) {
    const index = cells.findIndex(cell => fold(cell) === fold(heading));
    if (index >= 0) of.set(field, columnAt(cells, index));
    else mistakes.push(noSuchColumn(heading, cells));
  }
  const taken = new Set([...of.values()].map(({ index }) => index));
  for (const field of schemeFields) {
    if (of.has(field) || named.has(field)) continue;
    const fitting = fittingColumns(field, cells).filter(index => !taken.has(index));
    const [first] = fitting;
    if (field === 'amount' && fitting.length > 1) mistakes.push(severalAmounts(cells, fitting));
    else if (first !== undefined) {
      of.set(field, columnAt(cells, first));
      taken.add(first);
    }
  }
  if (mistakes.length === 0) mistakes.push(...missingColumns(of, cells));
  if (mistakes.length > 0) return { mistakes };
  return { of, data: rows.slice(last + 1), above: rows.slice(0, last + 1) };
}

interface Headings {
  readonly cells: readonly string[];
  /** Index of the last row of the headings. */
  readonly last: number;
}

/** The row, or the two rows on top of each other, in which most headings are known. */
function headingsIn(rows: readonly SheetRow[], named: ReadonlyMap<SchemeField, string>): Headings {
  let best: Headings & { readonly score: number } = { cells: [], last: -1, score: 0 };
  for (let last = 0; last < Math.min(rows.length, DEEPEST); last++) {
    const row = rows[last];
    const above = rows[last - 1];
    const candidates = [row && textsOf(row), row && above && joined(above, row)];
    for (const cells of candidates) {
      const score = cells ? scoreOf(cells, named) : 0;
      if (cells && score > best.score) best = { cells, last, score };
    }
  }
  return best;
}

function textsOf(row: SheetRow): readonly string[] {
  return row.cells.map((_, index) => cellOf(row, index));
}

/** A merged cell leaves its text in the first of its columns: it counts for the columns right of it as well. */
function joined(above: SheetRow, row: SheetRow): readonly string[] {
  const width = Math.max(above.cells.length, row.cells.length);
  let merged = '';
  return Array.from({ length: width }, (_, index) => {
    const own = cellOf(row, index);
    const over = cellOf(above, index);
    if (over !== '') merged = over;
    return [own === '' ? over : merged, own].filter(text => text !== '').join(' ');
  });
}

function scoreOf(cells: readonly string[], named: ReadonlyMap<SchemeField, string>): number {
  const byName = [...named.values()].filter(heading => cells.some(cell => fold(cell) === fold(heading))).length;
  const fields = schemeFields.filter(field => fittingColumns(field, cells).length > 0).length;
  // One known word may stand in any sentence.
  return byName + fields < 2 ? 0 : 3 * byName + fields;
}

/** The columns whose headings fit best: those of the first pattern that fits any. */
function fittingColumns(field: SchemeField, cells: readonly string[]): readonly number[] {
  for (const pattern of HEADINGS[field]) {
    const fitting = cells.flatMap((cell, index) => (cell.length <= 120 && pattern.test(fold(cell)) ? [index] : []));
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** Headings of the templates and of those who made their own, from the most to the least telling. */
const HEADINGS: Readonly<Record<SchemeField, readonly RegExp[]>> = {
  id: [/^(?:bcf )?scheme (?:id|ref|reference|number|no|code)$/, /^(?:id|ref|reference|no|number|code)$/],
  name: [/^(?:bcf )?scheme (?:name|title)$/, /^name of (?:the )?scheme$/, /^scheme$/, /^(?:name|title|project)$/],
  description: [/^brief description/, /^(?:scheme )?description/],
  provider: [/^(?:service )?providers?$/, /^(?:name of )?(?:the )?provider(?: name)?$/, /^delivered by$/],
  lead: [/^(?:scheme |accountable |responsible )?lead(?: (?:officer|name|person))?$/, /^(?:responsible|owner|sro)$/],
  amount: [
    /^(?!.*(?:type|area|category|unit|%|percent))(?:\d{4} \d{2,4} )?(?:total )?(?:planned )?(?:expenditure|spend)\b/,
    /^(?!.*(?:type|area|category|unit|%|percent)).*\b(?:expenditure|spend)\b/,
    /^(?:amount|cost|budget|value|total|£)(?: £| 000s?| £ ?000s?)?$/,
    /^(?:amount|cost|budget|value)\b/,
  ],
  source: [/^sources? of funding$/, /^fund(?:ing)? source$/, /^source$/],
};

function columnAt(cells: readonly string[], index: number): Column {
  const heading = cells[index] ?? '';
  const thousands = /(?:£\s*['’]?\s*|\()000s?\b|['’]000s?\b|\bthousands?\b|£k\b/i.test(heading);
  return { index, letters: columnLetters(index), heading, pounds: thousands ? 1000 : 1 };
}

function fold(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9£%]+/g, ' ')
    .trim();
}

function noSuchColumn(heading: string, cells: readonly string[]): string {
  const meant = nearest(heading, cells);
  const known = cells.filter(cell => cell !== '').map(cell => `"${shorten(cell)}"`);
  const advice = meant ? say`Write "${shorten(meant)}".` : say`There are ${listAnd(known.slice(0, 12))}.`;
  return say`There is no column "${shorten(heading)}". ${known.length > 0 ? advice : say`No row of headings was found.`}`;
}

function severalAmounts(cells: readonly string[], fitting: readonly number[]): string {
  const choice = fitting.map(index => `--column amount="${shorten(cells[index] ?? '')}"`);
  return say`Several columns may hold the amount, and an old plan is of one year. Choose with ${listOr(choice)}.`;
}

function missingColumns(of: ReadonlyMap<SchemeField, Column>, cells: readonly string[]): readonly string[] {
  const known = cells.filter(cell => cell !== '').map(cell => `"${shorten(cell)}"`);
  const there =
    known.length > 0 ? say`The headings are ${listAnd(known.slice(0, 12))}.` : say`No row of headings was found.`;
  return (['name', 'amount'] as const)
    .filter(field => !of.has(field))
    .map(
      field =>
        say`No column was found for the ${field} of a scheme. ${there} Name it with --column ${field}="its heading".`,
    );
}
