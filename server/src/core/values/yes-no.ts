/**
 * What an author meant by a value in a form that is wrong and yet has one right answer: "Yes", "Single commissioner",
 * "12 WTE". The schema says what to write instead; the model reads it as that, so that putting it right uncovers nothing.
 */
import { readDate, readYear } from './calendar';

/** `true` or `false` for the words that mean it, in any case; `undefined` for any other. */
export function readYesNo(written: string): boolean | undefined {
  return YES_NO.get(written.toLowerCase());
}

const YES_NO = new Map([
  ['yes', true],
  ['y', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['n', false],
  ['off', false],
  ['false', false],
]);

/** A listed value in the letters of the format: "Health and Wellbeing_Board" → "health-and-wellbeing-board". */
export function asListed(written: string): string {
  return written.toLowerCase().replace(/[\s_-]+/g, '-');
}

/** A listed value as people shorten it ("CCG"); else in the letters of the format. */
export function listedMeant(written: string): string {
  const word = asListed(written);
  return SHORT_FORMS.get(word) ?? word;
}

const SHORT_FORMS = new Map([
  ['ccg', 'clinical-commissioning-group'],
  ['icb', 'integrated-care-board'],
  ['nhse', 'nhs-england'],
  ['ft', 'nhs-foundation-trust'],
  ['nhs-ft', 'nhs-foundation-trust'],
  ['foundation-trust', 'nhs-foundation-trust'],
  ['county-council', 'upper-tier-council'],
  ['unitary-council', 'upper-tier-council'],
  ['unitary-authority', 'upper-tier-council'],
  ['vcs', 'voluntary-sector'],
  ['vcse', 'voluntary-sector'],
  ['dfg', 'disabled-facilities-grant'],
  ['ibcf', 'improved-better-care-fund'],
]);

/** The number in "12", "1,250", "12.5 WTE", "3 days" or "40%"; `undefined` where there is more or less than one. */
export function readNumber(written: string): number | undefined {
  const bare = written.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  const digits = /^(-?\d+(?:\.\d+)?)\s*(?:%|percent|per cent|wte|fte|days?)?$/i.exec(bare)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The financial year that is written or certainly meant ("2017/18"); else the text as it is. */
export function yearMeant(written: string): string {
  const reading = readYear(written);
  return 'year' in reading ? reading.year : (reading.suggestion ?? written);
}

/** The day that is written or certainly meant ("31/03/2019"); `undefined` where the author must judge. */
export function dateMeant(written: string): string | undefined {
  const reading = readDate(written);
  return 'date' in reading ? reading.date : reading.suggestion;
}
