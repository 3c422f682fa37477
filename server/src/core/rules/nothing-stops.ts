/** `nothing-stops`: the plan spends more on new schemes than it has new money for, and stops nothing. */

import type { Contribution } from '../model/budget';
import { sum } from '../model/field';
import type { Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const nothingStops: Rule = {
  id: 'nothing-stops',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'New schemes cost more than the new money, and nothing stops to pay for them.',
  why: 'Money for new services that go on comes from new money or from something that stops. New money is what contributions grow by since the first year, and what is on top of the usual from the start; schemes that end within the period are left out.',
  source: 'HSJ 2013: "To find that amount of cash you need to stop doing something else"',
  answers: [{ text: 'HSJ 2013', words: 'To find that amount of cash you need to stop doing something else' }],
  restsOn: [
    'budget',
    'budget/contributions/amounts',
    'budget/lines',
    'budget/lines/amounts',
    'budget/lines/scheme',
    'period',
    'period/from',
    'period/to',
    'schemes/id',
  ],
  examples: {
    bad: planExample(''),
    good: planExample(
      `stops:
  - {id: ward, what: One ward of 20 beds, service: acute, provider: trust, method: decommission, amounts: {2017-18: £1.2m, 2018-19: £1.2m, 2019-20: £1.2m}, from: 2017-04-01, lead: a-example}
`,
    ),
  },
  *check({ plan, index }) {
    const { stops } = plan;
    if (stops.items.length > 0 || stops.none !== undefined || stops.unread) return;
    const schemes = plan.schemes.items.filter(scheme => isNewAndStays(scheme, plan));
    const worst = worstYear(schemes, plan, index);
    if (!worst) return;
    yield {
      at: stops.at,
      message: say`New schemes cost ${formatMoney(worst.cost)} in ${worst.year}, the plan has ${formatMoney(worst.newMoney)} of new money, and nothing stops. Say under "stops" what frees the other ${formatMoney(worst.cost - worst.newMoney)}, or why nothing need stop with "none:" and the reason.`,
      related: schemes
        .slice(0, 10)
        .map(scheme => ({ at: scheme.novelty.at, message: say`New: scheme ${quotedName(scheme)}` })),
    };
  },
};

function isNewAndStays({ novelty, ends }: Scheme, plan: Plan): boolean {
  const endsEarly = ends.value !== undefined && plan.to.value !== undefined && ends.value < plan.to.value;
  return novelty.value === 'new' && !endsEarly;
}

interface YearOfNewSchemes {
  readonly year: string;
  readonly cost: number;
  readonly newMoney: number;
}

/** The year in which new schemes exceed new money by most; none where they never do, or amounts cannot be read. */
function worstYear(schemes: readonly Scheme[], plan: Plan, index: PlanIndex): YearOfNewSchemes | undefined {
  let worst: YearOfNewSchemes | undefined;
  for (const year of plan.years) {
    const cost = sum(schemes.map(scheme => index.moneyOfScheme(scheme, year)));
    const newMoney = newMoneyIn(year, plan);
    if (cost === undefined || newMoney === undefined || cost <= newMoney) continue;
    if (!worst || cost - newMoney > worst.cost - worst.newMoney) worst = { year, cost, newMoney };
  }
  return worst;
}

/** Contributions of `year` that come every year, less what the usual sources gave in the first; never less than nothing. */
function newMoneyIn(year: string, plan: Plan): number | undefined {
  const first = plan.years[0] ?? year;
  const lasting = plan.budget.contributions.items.filter(({ recurrent }) => recurrent.value !== false);
  const usual = lasting.filter(contribution => !isOnTop(contribution));
  const now = sum(lasting.map(({ amounts }) => amounts.in(year)));
  const before = sum(usual.map(({ amounts }) => amounts.in(first)));
  return now === undefined || before === undefined ? undefined : Math.max(0, now - before);
}

function isOnTop({ source }: Contribution): boolean {
  return source.value !== undefined && ON_TOP.has(source.value);
}

/** Sources that bring money on top of budgets that are already spent. */
const ON_TOP: ReadonlySet<string> = new Set([
  'nhs-additional',
  'local-authority-additional',
  'improved-better-care-fund',
  'winter-pressures',
  'discharge-funding',
]);

function planExample(stops: string): string {
  return `schemes:
  - {id: falls-response, name: Falls response service, lead: a-example, novelty: new}
${stops}`;
}
