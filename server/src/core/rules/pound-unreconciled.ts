/** `pound-unreconciled`: an amount in prose that is none of the plan's. */

import type { ProseAmount } from '../prose/amounts';
import { perPassage } from '../prose/passage';
import { descriptionsOf, narrativeOf } from '../prose/texts';
import { say } from '../text/say';
import type { Span } from '../text/span';
import { yearStarting } from '../values/calendar';
import { formatMoney } from '../values/money';
import { eachKnownAmount } from './shared/known-amounts';
import type { Rule, RuleContext } from './shared/rule';

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
  restsOn: [
    'budget',
    'budget/contributions/amounts',
    'budget/contributions/minimum',
    'budget/lines/amounts',
    'estates',
    'governance/decisions/limit',
    'partners',
    'partners/forecast',
    'risks',
    'stops/amounts',
    'workforce',
  ],
  examples: {
    bad: 'narrative:\n  summary: The falls response team costs £5m in 2017-18.\n',
    good: 'narrative:\n  summary: The falls response team costs £1.2m in 2017-18.\n',
  },
  options: {
    least: { default: 1000, description: 'Amounts under this many pounds are prices, and are not looked for.' },
  },
  *check(context) {
    const { contributions, lines } = context.plan.budget;
    // Without a budget there is nothing to hold prose against; with one that cannot be read, nothing is known.
    if (contributions.items.length === 0 && lines.items.length === 0) return;
    const wanted = amountsToFind(context);
    if (wanted.length === 0) return;
    const known: number[] = [];
    // Two for each amount: what it is of, and when.
    const names: string[] = [];
    const seen = eachKnownAmount(context, (pence, of, when) => {
      known.push(pence);
      names.push(of, when);
    });
    if (known.length === 0 || seen === 'some') return;
    const sorted = Float64Array.from(known).sort();
    for (const { amount, written, where, place } of wanted) {
      const nearest = nearestTo(amount.pence, sorted);
      if (fits(amount, nearest)) continue;
      const index = known.indexOf(nearest);
      const isNear = Math.abs(nearest - amount.pence) <= amount.pence / 4;
      const near = isNear
        ? say`; the nearest is ${formatMoney(nearest)}, ${names[2 * index]}${names[2 * index + 1]}`
        : '';
      yield {
        at: place,
        message: say`"${written}" in ${where} is no amount of this plan${near}. Write the amount that the plan has, or add what it stands for.`,
        detail: written,
      };
    }
  },
};

/** An amount of the prose that the plan should have. */
interface Wanted {
  readonly amount: ProseAmount;
  readonly written: string;
  readonly where: string;
  readonly place: Span;
}

function amountsToFind({ plan, options }: RuleContext): readonly Wanted[] {
  const least = (options['least'] ?? 1000) * 100;
  const isOurs = (years: readonly string[]) =>
    years.length === 0 || plan.years.length === 0 || years.some(year => plan.years.includes(year));
  const wanted: Wanted[] = [];
  for (const { where, prose } of [...narrativeOf(plan), ...descriptionsOf(plan)]) {
    for (const passage of prose.passages) {
      if (passage.amounts.length === 0) continue;
      for (const { amount, written, years } of budgetAmountsIn(passage)) {
        if (amount.pence < least || !isOurs(years)) continue;
        wanted.push({ amount, written, where, place: prose.place(passage, amount.from, amount.to) });
      }
    }
  }
  return wanted;
}

/** The amounts that may be of a budget, each with the financial years that its sentence names: no money of the whole country. */
const budgetAmountsIn = perPassage(({ amounts, sentences, text }) =>
  amounts.flatMap(amount => {
    const sentence = sentences.find(({ from, to }) => from <= amount.from && amount.from < to)?.text ?? '';
    if (amount.measures !== 'amount' || ELSEWHERE.test(sentence)) return [];
    return [{ amount, written: text.slice(amount.from, amount.to), years: yearsIn(sentence) }];
  }),
);

function yearsIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(YEARS)].flatMap(([, first = '', second = '']) => {
    const year = yearStarting(Number(first));
    return year.endsWith(second) ? [year] : [];
  });
}

/** Whether `pence` is the amount, as exactly as the amount is written. */
function fits(amount: ProseAmount, pence: number): boolean {
  const give = amount.rough ? Math.max(amount.step, amount.pence / 20) : amount.step / 2;
  return Math.abs(pence - amount.pence) <= give;
}

const ELSEWHERE =
  /\b(?:national(?:ly)?|nationwide|(?<!NHS )England|country(?:wide)?|(?<!local )government|Treasury|chancellor|White Paper)\b/i;
const YEARS = /\b(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)\b/g;

/** The one of `sorted`, which is not empty, that is nearest to `pence`. */
function nearestTo(pence: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < pence) low = middle + 1;
    else high = middle;
  }
  const below = sorted[low - 1] ?? Number.NEGATIVE_INFINITY;
  const above = sorted[low] ?? Number.POSITIVE_INFINITY;
  return above - pence < pence - below ? above : below;
}
