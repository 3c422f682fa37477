/** Amounts of money in running text: "£4.1m", "£850,000", "£1.2 million". How exactly they are written is part of them. */

export interface ProseAmount {
  /** Offsets in the passage. */
  readonly from: number;
  readonly to: number;
  /** Never negative: a deficit and a saving are told in words. */
  readonly pence: number;
  /** The last digit that was written, in pence: "£4.1m" is written to £100,000. */
  readonly step: number;
  /** "about", "over", "up to" and the like stand before it. */
  readonly rough: boolean;
  /** What it measures: a price for one ("£12 an hour"), one end of a range ("£4m to £5m"), or an amount. */
  readonly measures: 'amount' | 'price' | 'range';
}

/** The amounts of `text`, in its order. */
export function amountsIn(text: string): readonly ProseAmount[] {
  if (!text.includes('£')) return [];
  return [...text.matchAll(AMOUNT)].map(match => {
    const [written, digits = '', fraction = '', unit = ''] = match;
    const scale = SCALES[unit.toLowerCase()] ?? 1;
    const to = match.index + written.length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(to, to + 60);
    return {
      from: match.index,
      to,
      pence: Math.round(Number(`${digits.replaceAll(',', '')}.${fraction}0`) * scale * 100),
      step: stepOf(digits, fraction, scale),
      rough: ROUGH.test(before),
      measures:
        PRICE.test(after) || PRICE_BEFORE.test(before)
          ? 'price'
          : RANGE_BEFORE.test(before) || isRange(before, after)
            ? 'range'
            : 'amount',
    };
  });
}

const AMOUNT =
  /(?<![\p{L}\p{N}£])£[ \u00a0]?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,9}))?(?:[ \u00a0]?(k|mn?|bn|thousand|million|billion)\b)?(?![\p{L}\p{N}])/giu;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const ROUGH =
  /(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|more than|less than|under|up to|at least|at most|some|circa|ca?\.?|close to|in excess of|in the region of|of the order of)|~)\s*$/i;
const PRICE =
  /^\s*(?:(?:per|for each|for every)\s+(?!year|annum|financial)\p{L}|\/\s*(?!year|annum)\p{L}|p\.?[wm]\b|an?\s+(?:hour|day|night|week|month|visit|person|head|patient|resident|client|carer|bed|place|package|call|session|mile|journey|referral|stay|assessment|attendance|admission|appointment)\b|each\b|(?:hourly|daily|weekly|monthly)\b)/iu;
/** "each fall costs £2,000", "a night in hospital costs about £400", "a unit cost of £35". */
const PRICE_BEFORE =
  /(?:\b(?:(?:each|every) (?!(?:year|scheme|service|team|partner|council|trust|fund|line|side)\b)|an? (?:\p{L}+ )?(?:fall|bed|night|day|week|hour|visit|stay|place|placement|package|admission|attendance|appointment|assessment|journey|call|session|meal|patient|person|resident)\b)[^.;:£]{0,40}\bcosts?(?: \p{L}+){0,3}|\b(?:unit|average) (?:cost|price)s?(?: of [^.;:£]{1,30})?(?: (?:of|is|was|at))?:?(?: \p{L}+){0,2})\s*$/iu;
/** "£4m to ", "£4m–" before an amount. */
const RANGE_BEFORE =
  /(?<!\bfrom\s)(?<!\bfrom about\s)£[\d.,]+\s?(?:k|mn?|bn|thousand|million|billion)?\s*(?:[-–—]|to\s)\s*$/i;
const RANGE_AFTER = /^\s*(?:[-–—]|to\s)\s*£?\d/i;

function isRange(before: string, after: string): boolean {
  if (/\bbetween\s*$/i.test(before) && /^\s*and\s+£?\d/i.test(after)) return true;
  if (/\bbetween\s+£[\d.,]+\s?\w*\s+and\s*$/i.test(before)) return true;
  return RANGE_AFTER.test(after) && !/\bfrom(?:\s+\w+)?\s*$/i.test(before);
}

/** "850,000" may be rounded to thousands, "850" to pounds, "4.1m" to a tenth of a million. */
function stepOf(digits: string, fraction: string, scale: number): number {
  if (fraction !== '') return Math.max(1, Math.round((scale * 100) / 10 ** fraction.length));
  const rounded = scale === 1 ? 1000 ** (/(?:,?000)+$/.exec(digits)?.[0].match(/000/g)?.length ?? 0) : scale;
  return rounded * 100;
}
