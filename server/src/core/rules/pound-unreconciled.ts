/** `pound-unreconciled`: an amount in prose that is none of the plan's. */
import { formatMoney } from '../model/money';
import type { ProseAmount } from '../prose/amounts';
import type { Sentence } from '../prose/sentences';
import { descriptionsOf, narrativeOf } from '../prose/texts';
import { type KnownAmount, knownAmounts } from './known-amounts';
import type { Rule } from './rule';

export const poundUnreconciled: Rule = {
  id: 'pound-unreconciled',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'An amount of money in the prose matches nothing in the plan.',
  why: 'Figures in the text are what people quote. When they drift away from the budget, the plan promises money that it does not have.',
  source: 'The Lowdown 2022: "without financial resources its various vague ideas and promises are simply empty words"',
  answers: [
    {
      text: 'Lowdown 2022',
      words: 'without financial resources its various vague ideas and promises are simply empty words',
    },
  ],
  examples: {
    bad: 'narrative:\n  summary: The falls response team costs £5m in 2017-18.\n',
    good: 'narrative:\n  summary: The falls response team costs £1.2m in 2017-18.\n',
  },
  options: {
    least: { default: 1000, description: 'Amounts under this many pounds are prices, and are not looked for.' },
  },
  *check(context) {
    const { plan, options } = context;
    const least = (options['least'] ?? 1000) * 100;
    let known: ReturnType<typeof knownAmounts> | undefined;
    for (const { where, prose } of [...narrativeOf(plan), ...descriptionsOf(plan)]) {
      for (const passage of prose.passages) {
        for (const amount of passage.amounts) {
          const sentence = passage.sentences.find(({ from, to }) => from <= amount.from && amount.from < to);
          if (amount.measures !== 'amount' || amount.pence < least || isOfElsewhere(sentence, plan.years)) continue;
          known ??= knownAmounts(context);
          if (known.isSpoiled || known.all.length === 0) return;
          const nearest = nearestTo(amount.pence, known.all);
          if (!nearest || fits(amount, nearest.pence)) continue;
          const written = passage.text.slice(amount.from, amount.to);
          const near =
            Math.abs(nearest.pence - amount.pence) <= amount.pence / 4
              ? `; the nearest is ${formatMoney(nearest.pence)}, ${nearest.of}`
              : '';
          yield {
            at: prose.place(passage, amount.from, amount.to),
            message: `"${written}" in ${where} is no amount of this plan${near}. Write the amount that the plan has, or add what it stands for.`,
            detail: written,
          };
        }
      }
    }
  },
};

/** Whether `pence` is the amount, as exactly as the amount is written. */
function fits(amount: ProseAmount, pence: number): boolean {
  const give = amount.rough ? Math.max(amount.step, amount.pence / 20) : amount.step / 2;
  return Math.abs(pence - amount.pence) <= give;
}

/** Money of the whole country, or of years that are not the plan's, is not in its budget. */
function isOfElsewhere(sentence: Sentence | undefined, years: readonly string[]): boolean {
  if (!sentence) return false;
  if (ELSEWHERE.test(sentence.text)) return true;
  const named = [...sentence.text.matchAll(YEARS)].map(([, first = '', second = '']) => `${first}-${second}`);
  return named.length > 0 && years.length > 0 && !named.some(year => years.includes(year));
}

const ELSEWHERE =
  /\b(?:national(?:ly)?|nationwide|(?<!NHS )England|country(?:wide)?|(?<!local )government|Treasury|chancellor|White Paper)\b/i;
const YEARS = /\b(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)\b/g;

function nearestTo(pence: number, sorted: readonly KnownAmount[]): KnownAmount | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.pence ?? 0) < pence) low = middle + 1;
    else high = middle;
  }
  const above = sorted[low];
  const below = sorted[low - 1];
  if (!above || !below) return above ?? below;
  return above.pence - pence < pence - below.pence ? above : below;
}
