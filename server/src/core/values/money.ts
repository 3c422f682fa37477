/**
 * Amounts of money as whole pence, never fractions of a pound. Reads the forms of the plan format (`£850k`, `£12.5m`,
 * `£3.8bn`, `£1,250,000`, `£1250000.50`, `-£40k`, `1250000`) and suggests the right form for common wrong ones.
 */
import { say } from '../text/say';

/**
 * Pence, or what is wrong with the text (follows "which"; `undefined` where it is simply no amount), with a suggestion
 * where there is one right answer.
 */
export type MoneyReading =
  | { readonly pence: number }
  | { readonly fault: string | undefined; readonly suggestion?: string };

/** Reads an amount as written, without quotes. */
export function readMoney(written: string): MoneyReading {
  const pence = strictPence(written);
  if (pence !== undefined) return { pence };
  const parts = SHAPE.exec(written);
  if (parts && !parts[2]?.includes(',')) {
    const { zeros } = UNIT[parts[4] ?? ''] ?? PLAIN;
    return { fault: (parts[3] ?? '').length > zeros + 2 ? say`has parts of a penny` : say`is too large for a budget` };
  }
  if (/^-?\d{14,}$/.test(written)) return { fault: say`is too large for a budget` };
  const suggestion = meant(written);
  if (suggestion !== undefined && strictPence(suggestion) !== undefined)
    return { fault: say`is not written as an amount`, suggestion };
  return { fault: undefined };
}

/** Pence of an amount in one of the forms of the plan format; `undefined` for any other text. */
export function strictPence(written: string): number | undefined {
  const whole = WHOLE_POUNDS.exec(written);
  if (whole) return exact(`${whole[1]}${whole[2]}`, '', 0);
  const match = SHAPE.exec(written);
  if (!match) return undefined;
  const [, sign = '', pounds = '', fraction = '', unit = ''] = match;
  const { zeros, digits } = UNIT[unit] ?? PLAIN;
  const fits = pounds.includes(',') ? unit === '' && GROUPED.test(pounds) : pounds.length <= digits;
  return fits && fraction.length <= zeros + 2 ? exact(sign + pounds.replaceAll(',', ''), fraction, zeros) : undefined;
}

/** "£1,250,000", "-£40,000", "£0.50": the whole amount, pence only where there are some. */
export function formatMoney(pence: number): string {
  const size = Math.abs(pence);
  const pounds = Math.floor(size / 100)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = size % 100;
  return `${pence < 0 ? '-' : ''}£${pounds}${rest === 0 ? '' : `.${rest.toString().padStart(2, '0')}`}`;
}

/** "£1.25m", "£850k", "£3.8bn": the shortest form that is still exact, for writing into a plan. */
export function formatMoneyShort(pence: number): string {
  const size = Math.abs(pence);
  const sign = pence < 0 ? '-' : '';
  for (const [unit, scale] of UNITS) {
    if (size >= scale && (size * 1000) % scale === 0) return `${sign}£${size / scale}${unit}`;
  }
  return formatMoney(pence);
}

const UNITS: readonly (readonly [string, number])[] = [
  ['bn', 1e11],
  ['m', 1e8],
  ['k', 1e5],
];
/** Zeros that a unit stands for, and digits allowed before the point: together at most thirteen. */
const PLAIN = { zeros: 0, digits: 13 };
const UNIT: Readonly<Record<string, typeof PLAIN>> = {
  k: { zeros: 3, digits: 10 },
  m: { zeros: 6, digits: 7 },
  bn: { zeros: 9, digits: 4 },
};
const WHOLE_POUNDS = /^(-?)(\d{1,13})(?:\.0+)?$/;
const SHAPE = /^(-?)£([\d,]+)(?:\.(\d+))?(k|m|bn)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,3}$/;

/**
 * `digits`.`fraction` × 10^`zeros` pounds as pence, computed on the text without rounding; `undefined` if not whole
 * pence.
 */
function exact(digits: string, fraction: string, zeros: number): number | undefined {
  const places = zeros + 2;
  const rest = fraction.slice(places);
  if (/[1-9]/.test(rest)) return undefined;
  const pence = Number(digits + fraction.slice(0, places).padEnd(places, '0'));
  return Number.isSafeInteger(pence) ? pence + 0 : undefined;
}

/** The right form of an amount in a common wrong form; `undefined` for anything else. */
function meant(written: string): string | undefined {
  const text = written
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[\u2212\u2013]/g, '-');
  const match = LOOSE.exec(text);
  if (!match) return undefined;
  const [, open = '', before = '', after = '', number = '', word = '', close = ''] = match;
  if ((open === '(') !== (close === ')')) return undefined;
  const negative = open === '(' || before === '-' || after === '-';
  const grouped = /^\d{1,3}(?: \d{3})+(?![\d ,])/.test(number);
  const amount = plainNumber(number.replaceAll(' ', grouped ? ',' : ''), word !== '');
  const unit = WORDS[word.toLowerCase()] ?? '';
  return amount === undefined ? undefined : `${negative ? '-' : ''}£${amount}${unit}`;
}

const LOOSE =
  /^(\(?)\s*([-+]?)\s*(?:£+|GBP|gbp|pounds?)?\s*([-+]?)\s*(\d[\d ,.]*?)\s*(k|m|mn|mln|bn|thousand|million|billion|pounds?|gbp)?\s*(\)?)$/i;
const WORDS: Readonly<Record<string, string>> = {
  k: 'k',
  thousand: 'k',
  m: 'm',
  mn: 'm',
  mln: 'm',
  million: 'm',
  bn: 'bn',
  billion: 'bn',
};

/** `12,5` before a unit means 12.5; in `1,25,000` the commas are misplaced. */
function plainNumber(number: string, hasUnit: boolean): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(number)) return number;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number)) return number;
  if (hasUnit && /^\d+,\d{1,2}$/.test(number)) return number.replace(',', '.');
  if (!/^\d+(?:,\d+)+(?:\.\d+)?$/.test(number)) return undefined;
  const [pounds = '', fraction] = number.replaceAll(',', '').split('.');
  const grouped = pounds.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
