/** Amounts as spreadsheets write them: "£1,234.00", "(1,234)", " £ - ", "1,234" under "£000". */

import { say } from '../text/say';
import { readMoney, strictPence } from '../values/money';

/** Pence; `undefined` for an empty cell; or what is wrong with the text, to follow the cell's text. */
export function readSheetAmount(
  written: string,
  pounds: 1 | 1000,
): { readonly pence: number | undefined } | { readonly fault: string } {
  const text = written.replace(/\s+/g, ' ').trim();
  if (text === '') return { pence: undefined };
  if (/^£? ?[-–—]$/.test(text)) return { pence: 0 };
  if (/^#(?:REF|VALUE|DIV\/0|NAME|N\/A|NUM|NULL)/i.test(text)) return { fault: say`is a formula that failed` };
  if (/^#+$/.test(text)) return { fault: say`is an amount that was too wide for its column` };
  if (/^-?\d(?:\.\d+)?E[+-]?\d+$/i.test(text)) return { fault: say`has lost its last digits` };
  if (/,/.test(text) && !/^[^\d]*\d{1,3}(?:,\d{3})+(?!\d|,)/.test(text))
    return { fault: say`has its commas in odd places` };
  const reading = readMoney(wholePence(text));
  const pence =
    'pence' in reading
      ? reading.pence
      : reading.suggestion === undefined
        ? undefined
        : strictPence(wholePence(reading.suggestion));
  if (pence === undefined) return { fault: say`is no amount` };
  return { pence: pence * pounds };
}

/** Formulas leave fractions of a penny ("1234.5000001"): they are rounded as the sheet shows them. */
function wholePence(text: string): string {
  return text.replace(/^(-?£?[\d,]+)\.(\d{3,})$/, (_, whole: string, fraction: string) => {
    const pence = Math.round(Number(`0.${fraction}`) * 100);
    const pounds = Number(whole.replace(/[^\d]/g, '')) + Math.floor(pence / 100);
    return `${whole.startsWith('-') ? '-' : ''}£${pounds}.${String(pence % 100).padStart(2, '0')}`;
  });
}
