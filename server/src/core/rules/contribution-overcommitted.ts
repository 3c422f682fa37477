/** `contribution-overcommitted`: budget lines take more from a contribution than it holds in a year. */

import type { Problem } from '../finding';
import type { BudgetLine, Contribution } from '../model/budget';
import { say } from '../text/say';
import type { FinancialYear } from '../values/calendar';
import { formatMoney } from '../values/money';
import type { Rule, RuleContext } from './shared/rule';

export const contributionOvercommitted: Rule = {
  id: 'contribution-overcommitted',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'Budget lines take more from a contribution than it holds in a year.',
  why: "A budget can balance as a whole and still spend one partner's money twice, while that of another lies idle.",
  source: 'Format of the plan: "funded_by" says which contribution pays for a line',
  restsOn: [
    'budget/contributions/id',
    'budget/lines/amounts',
    'budget/lines/funded_by',
    'period',
    'period/from',
    'period/to',
  ],
  examples: {
    bad: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1m, 2018-19: £1m, 2019-20: £1m}}
    - {id: county-base, partner: county, source: local-authority, amounts: {2017-18: £500k, 2018-19: £500k, 2019-20: £500k}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: {ccg-minimum: 80, county-base: 20}
      amounts: {2017-18: £1.5m, 2018-19: £1.5m, 2019-20: £1.5m}
`,
    good: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.2m, 2019-20: £1.2m}}
    - {id: county-base, partner: county, source: local-authority, amounts: {2017-18: £300k, 2018-19: £300k, 2019-20: £300k}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: {ccg-minimum: 80, county-base: 20}
      amounts: {2017-18: £1.5m, 2018-19: £1.5m, 2019-20: £1.5m}
`,
  },
  *check(context) {
    const takers = takersOf(context);
    for (const contribution of context.plan.budget.contributions.items) {
      const taking = takers.get(contribution) ?? [];
      for (const year of taking.length === 0 ? [] : context.plan.years) {
        const problem = inYear(year, contribution, taking, context);
        if (problem) yield problem;
      }
    }
  },
};

interface Taker {
  readonly line: BudgetLine;
  readonly percent: number | undefined;
}

/** What a line certainly takes in a year, in pence. */
interface Part {
  readonly line: BudgetLine;
  readonly pence: number;
  /** By how many pence rounding may put it too high. */
  readonly give: number;
}

function takersOf({ plan, index }: RuleContext): ReadonlyMap<Contribution, readonly Taker[]> {
  const takers = new Map<Contribution, Taker[]>();
  for (const line of plan.budget.lines.items) {
    for (const share of line.fundedBy.shares) {
      const contribution = index.contribution(share.contribution);
      if (!contribution) continue;
      const known = takers.get(contribution);
      if (known) known.push({ line, percent: share.percent });
      else takers.set(contribution, [{ line, percent: share.percent }]);
    }
  }
  return takers;
}

function inYear(
  year: FinancialYear,
  { called, amounts, at }: Contribution,
  takers: readonly Taker[],
  { index }: RuleContext,
): Problem | undefined {
  const held = amounts.in(year);
  const parts = takers.flatMap(taker => partIn(year, taker) ?? []);
  const taken = Math.round(parts.reduce((sum, { pence }) => sum + pence, 0));
  const give = parts.reduce((sum, part) => sum + part.give, 0);
  if (held === undefined || taken - held <= give) return undefined;
  const over = taken - held;
  const budget = index.budgetOf(year);
  const contributions = index.contributionsOf(year);
  if (budget !== undefined && contributions !== undefined && over === budget - contributions) return undefined; // budget-does-not-balance speaks of it
  const own = amounts.years.find(amount => amount.year === year);
  return {
    at: own?.money.at ?? at,
    message:
      parts.length === 1
        ? say`${called} holds ${formatMoney(held)} in ${year}, but 1 budget line takes ${formatMoney(taken)} from it: ${formatMoney(over)} too much. Raise it, or let another contribution pay a part.`
        : say`${called} holds ${formatMoney(held)} in ${year}, but ${parts.length} budget lines take ${formatMoney(taken)} from it: ${formatMoney(over)} too much. Raise it, or let another contribution pay a part.`,
    related: parts
      .sort((a, b) => b.pence - a.pence)
      .slice(0, 10)
      .map(({ line, pence }) => ({
        at: line.fundedBy.at,
        message: say`${line.called} takes ${formatMoney(Math.round(pence))}`,
      })),
    detail: year,
  };
}

/** What the line takes of its amount, fractions of a penny included; none where that is nothing or cannot be read. */
function partIn(year: FinancialYear, { line, percent }: Taker): Part | undefined {
  const amount = line.amounts.in(year);
  if (amount === undefined || !percent) return undefined;
  // A part is rounded to the penny, and a third is written 33.34.
  const give = percent === 100 ? 0 : 1 + (Number.isInteger(percent) ? 0 : Math.abs(amount) / 10_000);
  return { line, pence: (amount / 100) * percent, give };
}
