/**
 * The measures of the national outcomes frameworks, with the codes that each edition gives them: one code has meant
 * different measures. The lists of some frameworks hold only their best-known measures; those say so.
 */
import type { FinancialYear } from '../values/calendar';
import { outcomeMeasuresJson } from './tables.generated';

export type OutcomesFramework = 'ASCOF' | 'NHSOF' | 'PHOF' | 'BCF';

export interface Measure {
  readonly framework: OutcomesFramework;
  /** The first and the last year in which `code` is the measure's code, where there are such. */
  readonly from: FinancialYear | undefined;
  readonly to: FinancialYear | undefined;
  readonly code: string;
  /** The code before `from`, or the one that some still write. */
  readonly formerCode: string | undefined;
  readonly name: string;
  readonly goodIs: 'higher' | 'lower';
  readonly unit: string;
  /** Whether a published source was read for it; else it is from our own list. */
  readonly isOfficial: boolean;
}

export const outcomesFrameworks: readonly OutcomesFramework[] = ['ASCOF', 'NHSOF', 'PHOF', 'BCF'];

/** The framework that an author calls `written`: by its short or its long name, in any case. */
export function outcomesFrameworkNamed(written: string): OutcomesFramework | undefined {
  const folded = written
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const long = NAMES.find(([, name]) => folded.includes(name));
  return outcomesFrameworks.find(framework => framework.toLowerCase() === folded) ?? long?.[0];
}

/** The codes by which `measure` goes in the edition of `year`; none where that edition does not have it. */
export function codesIn(measure: Measure, year: FinancialYear | undefined): readonly string[] {
  const { from, to, code, formerCode } = measure;
  const former = formerCode === undefined ? [] : [formerCode];
  if (measure.framework === 'BCF') {
    return year !== undefined && ((from !== undefined && year < from) || (to !== undefined && year > to)) ? [] : [code];
  }
  if (from === undefined || year === undefined) return [code, ...former];
  return year < from ? former : [code];
}

/** The measures of `framework`, in the order of its list. */
export function measuresOf(framework: OutcomesFramework): readonly Measure[] {
  return measures().filter(measure => measure.framework === framework);
}

/** The measure that `code` means in the edition of `year`. */
export function measureWith(
  framework: OutcomesFramework,
  code: string,
  year: FinancialYear | undefined,
): Measure | undefined {
  return measuresOf(framework).find(measure => codesIn(measure, year).includes(code));
}

/** Whether the list holds every measure of that edition, so that a code that is not in it is none. */
export function isComplete(framework: OutcomesFramework, year: FinancialYear | undefined): boolean {
  return COMPLETE.some(list => list.framework === framework && isBetween(year, list.from, list.to));
}

/** Whether codes of that edition were given anew, so that a former code is not a measure's code any more. */
export function isRenumbered(framework: OutcomesFramework, year: FinancialYear | undefined): boolean {
  return isComplete(framework, year) || (framework === 'ASCOF' && year !== undefined && year >= ASCOF_RENUMBERED);
}

/** Whether `code` looks like the codes of that edition: those of measures that the list does not hold do. */
export function looksLikeCode(framework: OutcomesFramework, code: string): boolean {
  return SHAPES[framework].test(code);
}

/** How alike two names of measures are, from 0 to 1: the words that they share, small words left out. */
export function likeness(name: string, other: string): number {
  const first = wordsOf(name);
  const second = wordsOf(other);
  const shared = [...first].filter(word => second.has(word)).length;
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
}

function isBetween(year: FinancialYear | undefined, from: FinancialYear, to: FinancialYear): boolean {
  return year !== undefined && from <= year && year <= to;
}

const ASCOF_RENUMBERED = '2023-24';
/**
 * The editions of which the number of measures is known, and the list has as many. In 2015-17 each place had a measure
 * of its own and one of experience beside the four of the fund; for 2020-22 no list of the fund was seen.
 */
const COMPLETE: readonly {
  readonly framework: OutcomesFramework;
  readonly from: FinancialYear;
  readonly to: FinancialYear;
}[] = [
  { framework: 'ASCOF', from: ASCOF_RENUMBERED, to: '2024-25' },
  { framework: 'BCF', from: '2017-18', to: '2019-20' },
  { framework: 'BCF', from: '2022-23', to: '2025-26' },
];
const NAMES: readonly (readonly [OutcomesFramework, string])[] = [
  ['ASCOF', 'adult social care outcomes framework'],
  ['NHSOF', 'nhs outcomes framework'],
  ['PHOF', 'public health outcomes framework'],
  ['BCF', 'better care fund'],
];
const SHAPES: Readonly<Record<OutcomesFramework, RegExp>> = {
  ASCOF: /^[1-4][A-L](?:\(\d[A-Z]?\)|\([a-z]\)|[a-z])?$/,
  NHSOF: /^[1-5](?:[a-d]|\.\d{1,2})?(?:\.(?:i{1,3}|iv|v|vi{1,3}|ix|x))?$/,
  PHOF: /^(?:[A-E]\d{2}[a-z]?\d?|[0-4]\.\d{1,2}(?:[ivx]{1,5})?)$/,
  BCF: /^[A-Z]{3,}\d*$/,
};
const SMALL_WORDS = new Set(
  'a and as at by for from in into of on or per the their to who with whose is are'.split(' '),
);

function wordsOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  return new Set(words.filter(word => !SMALL_WORDS.has(word)));
}

let table: readonly Measure[] | undefined;

function measures(): readonly Measure[] {
  table ??= (JSON.parse(outcomeMeasuresJson) as string[][]).map(
    ([framework, from, to, code = '', formerCode, name = '', , goodIs, unit = '', status]) => ({
      framework: framework as OutcomesFramework,
      from: from || undefined,
      to: to || undefined,
      code,
      formerCode: formerCode || undefined,
      name,
      goodIs: goodIs === 'lower' ? 'lower' : 'higher',
      unit,
      isOfficial: status === 'official',
    }),
  );
  return table;
}
