/** Amounts by year, emptied for the years of the new plan, with last year's in a comment behind them. */
import { type Entry, MapNode } from '../../syntax/tree/node';
import { lineStart } from '../../text/line-bounds';
import { lineBreakOf } from '../../text/line-break';
import type { FinancialYear } from '../../values/calendar';
import type { Revision } from './revision';

/**
 * Empties `entry`, whose value gives something for each year, for `years`. `label` says in the comment what it was, where
 * that is not plain. Values that are no years are left as they are: a finding speaks of them.
 */
export function emptyAmounts(
  revision: Revision,
  entry: Entry | undefined,
  years: readonly FinancialYear[],
  label = '',
): void {
  if (!(entry?.value instanceof MapNode) || entry.value.entries.length === 0) return;
  const { value } = entry;
  const { text } = revision;
  const last = lastYearIn(value);
  if (!last) return;
  const before = `${label}${last.key.text}: ${text.slice(last.value.start, last.value.end).replace(/\s+/g, ' ').trim()}`;
  if (value.style === 'flow') {
    revision.write(value, `{${years.map(year => `${year}:`).join(', ')}}`);
    revision.note(value.end, before);
    return;
  }
  const column = value.start - lineStart(text, value.start);
  const lines = years.map(
    (year, index) => `${index === 0 ? '' : ' '.repeat(column)}${year}:${index === 0 ? ` # ${before}` : ''}`,
  );
  revision.write(value, lines.join(lineBreakOf(text)));
}

/** The entry of the last of the years. */
function lastYearIn({ entries }: MapNode): Entry | undefined {
  const years = entries.filter(({ key }) => /^\d{4}-\d{2}$/.test(key.text));
  return years.toSorted((a, b) => (a.key.text < b.key.text ? 1 : -1))[0];
}
