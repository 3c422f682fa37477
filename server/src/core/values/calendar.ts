/**
 * Days and financial years. A date is kept as its text `2018-03-31`, which sorts as it should; a financial year as
 * `2017-18`, which runs from 1 April to 31 March. No clock and no time zone.
 */
import { english, said, say } from '../text/say';

/** A calendar day as `YYYY-MM-DD`. */
export type CalendarDate = string;
/** A financial year as `2017-18`. */
export type FinancialYear = string;

/**
 * The date, or what is wrong with the text (follows "which"; `undefined` where nothing specific can be said).
 * `suggestion` is the only right answer; `perhaps` is a guess for the author to judge: the last day of a month or year,
 * whose first is `from`.
 */
export type DateReading =
  | { readonly date: CalendarDate }
  | {
      readonly fault: string | undefined;
      readonly suggestion?: CalendarDate;
      readonly perhaps?: CalendarDate;
      readonly from?: CalendarDate;
    };

/** Reads a date in the form `2018-03-31`; another form is a fault with the right form as suggestion. */
export function readDate(written: string): DateReading {
  if (ISO.test(written)) {
    if (isRealDay(written)) return { date: written };
    const perhaps = lastDay(written.slice(0, 4), written.slice(5, 7));
    return { fault: say`is not a day of the calendar`, ...(perhaps && written > perhaps ? { perhaps } : {}) };
  }
  const text = written
    .trim()
    .replace(/[,;.]+$/, '')
    .replace(/[\u00a0\s]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const withTime = WITH_TIME.exec(text)?.[1];
  if (withTime !== undefined && isRealDay(withTime)) return { fault: say`has a time of day`, suggestion: withTime };
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericDate(numeric[1] ?? '', numeric[2] ?? '', numeric[3] ?? '');
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return suggest(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '');
  const inWords = DAY_MONTH_YEAR.exec(text);
  if (inWords) return suggest(inWords[3] ?? '', monthNumber(inWords[2] ?? ''), inWords[1] ?? '');
  const american = MONTH_DAY_YEAR.exec(text);
  if (american) return suggest(american[3] ?? '', monthNumber(american[1] ?? ''), american[2] ?? '');
  const month = MONTH_YEAR.exec(text);
  const end = month ? lastDay(month[2] ?? '', monthNumber(month[1] ?? '')) : undefined;
  if (end !== undefined) return { fault: say`names a month, not a day`, perhaps: end, from: `${end.slice(0, 8)}01` };
  const year = readYear(text);
  const meant = 'year' in year ? year.year : year.suggestion;
  if (meant)
    return { fault: say`is a financial year, not a day`, perhaps: lastDayOfYear(meant), from: firstDayOfYear(meant) };
  return { fault: undefined };
}

/** The year, or what is wrong with the text (follows "which"), with a suggestion where there is one right answer. */
export type YearReading =
  | { readonly year: FinancialYear }
  | { readonly fault: string | undefined; readonly suggestion?: FinancialYear };

/** Reads a financial year in the form `2017-18`; another form is a fault with the right form as suggestion. */
export function readYear(written: string): YearReading {
  const strict = /^(\d{4})-(\d{2})$/.exec(written);
  if (strict) {
    const follows = yearStarting(Number(strict[1]));
    return follows === written ? { year: written } : { fault: say`does not join two years that follow each other` };
  }
  const loose = /^(?:FY|F\/Y)?\s*(\d{4}|\d{2})\s*[-/\u2010-\u2015]\s*(\d{4}|\d{2})$/i.exec(written.trim());
  const first = loose?.[1]?.length === 2 ? `20${loose[1]}` : loose?.[1];
  if (!loose || !first) return { fault: undefined };
  const follows = yearStarting(Number(first));
  if (follows.slice(-2) !== loose[2]?.slice(-2)) return { fault: say`does not join two years that follow each other` };
  return { fault: say`is not written as a financial year`, suggestion: follows };
}

/** "31 December 2020". */
export function formatDate(date: CalendarDate): string {
  return `${Number(date.slice(8, 10))} ${said(MONTHS[Number(date.slice(5, 7)) - 1] ?? '')} ${date.slice(0, 4)}`;
}

/** The financial year that begins in `calendarYear`: 2017 → `2017-18`. */
export function yearStarting(calendarYear: number): FinancialYear {
  return `${calendarYear.toString().padStart(4, '0')}-${((calendarYear + 1) % 100).toString().padStart(2, '0')}`;
}

/** The financial year in which `date` falls. */
export function yearOf(date: CalendarDate): FinancialYear {
  const calendarYear = Number(date.slice(0, 4));
  return yearStarting(date.slice(5) < '04-01' ? calendarYear - 1 : calendarYear);
}

/** `2017-18` → `2017-04-01`. */
export function firstDayOfYear(year: FinancialYear): CalendarDate {
  return `${year.slice(0, 4)}-04-01`;
}

/** `2017-18` → `2018-03-31`. */
export function lastDayOfYear(year: FinancialYear): CalendarDate {
  return `${(Number(year.slice(0, 4)) + 1).toString().padStart(4, '0')}-03-31`;
}

/** The financial years with at least one day between `from` and `to`, both included; at most 50. */
export function yearsBetween(from: CalendarDate, to: CalendarDate): readonly FinancialYear[] {
  const years: FinancialYear[] = [];
  const last = yearOf(to);
  for (let start = Number(yearOf(from).slice(0, 4)); yearStarting(start) <= last && years.length < 50; start++) {
    years.push(yearStarting(start));
  }
  return years;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** `date` moved by whole days. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

const MILLISECONDS_A_DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const DAY_MONTH_YEAR = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]+)\.?,?[ -](\d{4})$/i;
const MONTH_DAY_YEAR = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const MONTH_YEAR = /^(?:end(?: of)? |by )?([a-z]+)\.? (\d{4})$/i;
const MONTHS = [
  english`January`,
  english`February`,
  english`March`,
  english`April`,
  english`May`,
  english`June`,
  english`July`,
  english`August`,
  english`September`,
  english`October`,
  english`November`,
  english`December`,
];

/** Day, month and year in British order. Another order is a guess, offered only where no other is possible. */
function numericDate(day: string, month: string, year: string): DateReading {
  const british = suggest(year, month, day);
  if ('suggestion' in british) return british;
  const american = suggest(year, day, month);
  return 'suggestion' in american && american.suggestion
    ? { fault: say`has no such month in British order`, perhaps: american.suggestion }
    : british;
}

function suggest(year: string, month: string, day: string): DateReading {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const date = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(date)
    ? { fault: say`is not written as a date`, suggestion: date }
    : { fault: say`is not a day of the calendar` };
}

function isRealDay(date: string): boolean {
  if (!ISO.test(date)) return false;
  const last = lastDay(date.slice(0, 4), date.slice(5, 7));
  return last !== undefined && date <= last && date.slice(8) !== '00';
}

function lastDay(year: string, month: string): CalendarDate | undefined {
  const number = Number(month);
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || number < 1 || number > 12) return undefined;
  const days = number === 2 ? (isLeap(Number(year)) ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return `${year}-${month.padStart(2, '0')}-${days}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthNumber(word: string): string {
  const wanted = word.toLowerCase();
  const index =
    wanted.length < 3
      ? -1
      : MONTHS.findIndex(
          month => month.toLowerCase().startsWith(wanted) || (wanted === 'sept' && month === 'September'),
        );
  return index < 0 ? '' : String(index + 1);
}

function dayNumber(date: CalendarDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY);
}
