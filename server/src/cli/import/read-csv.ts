/** Parses CSV text into rows. The separator is the comma, semicolon or tab that splits the rows most evenly. */
import type { CsvError, Options } from 'csv-parse/sync';
import type { SheetRow } from '../../core/index';
import { UsageError } from '../usage-error';

const separators = [',', ';', '\t'] as const;

/** How many rows are examined to detect the separator. */
const looked = 50;

/** The rows of `text`. @throws UsageError when a quote is never closed, which leaves no usable rows. */
export async function readCsv(text: string, file: string): Promise<readonly SheetRow[]> {
  // Excel writes this line itself, to tell Excel the separator.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const { parse } = await import('csv-parse/sync');
  const read = (separator: string, to?: number): string[][] => parse(text, options(separator, to));
  try {
    const separator = named?.[1] ?? best(separator => read(separator, looked));
    const rows = read(separator);
    return rows.flatMap((cells, index) => (named && index === 0 ? [] : [{ number: index + 1, cells }]));
  } catch (error) {
    const { lines } = error as CsvError & { readonly lines?: number };
    if (!(error instanceof Error) || lines === undefined) throw error;
    throw new UsageError(
      `The file "${file}" cannot be read as CSV: a quotation mark on or before line ${lines} has no end. Save the sheet again as CSV.`,
    );
  }
}

function options(separator: string, to: number | undefined): Options {
  return {
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  };
}

/** The separator by which most rows have several cells. */
function best(rowsBy: (separator: string) => readonly (readonly string[])[]): string {
  const scored = separators.map(separator => {
    try {
      const cells = rowsBy(separator).reduce((sum, row) => sum + row.length - 1, 0);
      return { separator, cells };
    } catch {
      return { separator, cells: 0 };
    }
  });
  return scored.reduce((a, b) => (b.cells > a.cells ? b : a)).separator;
}
