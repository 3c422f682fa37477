/** The financial years that a new plan under a framework is proposed for; the same on every day that somebody asks. */

import type { Framework } from '../reference/framework';
import { type CalendarDate, yearOf } from '../values/calendar';

/** The first and the last day of the years that a plan covers. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** So many financial years does a new plan have, unless the framework leaves fewer. */
const YEARS = 3;

/**
 * The last three financial years that end by the framework's last date, none of them before the framework was published.
 * A framework without a last date leaves a place a year to agree, so its years begin then.
 */
export function usualPeriod({ lastDate, source }: Framework): Period {
  const published = firstAprilFrom(source.date ?? '2015');
  if (lastDate === 'period') return yearsFrom(published + 1, YEARS);
  const ends = Number(yearOf(lastDate).slice(0, 4)) + (lastDate.endsWith('-03-31') ? 1 : 0);
  const begins = Math.min(Math.max(ends - YEARS, published), ends - 1);
  return yearsFrom(begins, ends - begins);
}

/** The calendar year of the first 1 April on or after `date`, which may be a year or a month alone. */
function firstAprilFrom(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(4) > '-04-01' ? year + 1 : year;
}

function yearsFrom(year: number, count: number): Period {
  return { from: `${year}-04-01`, to: `${year + count}-03-31` };
}
