/**
 * `budget-does-not-balance`: what the partners put in is not what the budget lines spend. Where less goes out than comes in
 * and a scheme or service still lacks its line, or a line its amount, that explains the difference: one cause, one finding.
 */

import type { Problem, Related } from '../finding';
import type { Amounts } from '../model/field';
import type { Plan } from '../model/plan';
import { say } from '../text/say';
import type { FinancialYear } from '../values/calendar';
import { formatMoney } from '../values/money';
import type { Rule, RuleContext } from './shared/rule';
import { unpricedYears } from './shared/unpriced-years';
import { schemesWithoutLines, servicesWithoutLines } from './shared/without-lines';

export const budgetDoesNotBalance: Rule = {
  id: 'budget-does-not-balance',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'In a year, the contributions come to more or less than the budget lines.',
  why: 'There is one budget only if what comes in is what goes out. The difference is money that nobody has promised, or that nobody may spend.',
  source: 'Humphries 2015, HSJ: "The single budget should include all spending"',
  answers: [{ text: 'MJ 2016', words: 'to a halt at the point when money changes hands' }],
  restsOn: [
    'budget/contributions/amounts',
    'budget/lines/amounts',
    'budget/lines/scheme',
    'budget/lines/service',
    'period',
    'period/from',
    'period/to',
    'schemes',
    'schemes/ends',
    'schemes/id',
    'services/*/in_scope',
  ],
  examples: {
    bad: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.4m, 2019-20: £1.3m}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: ccg-minimum
      amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}
`,
    good: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: ccg-minimum
      amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}
`,
  },
  *check(context) {
    const { contributions, lines } = context.plan.budget;
    if (contributions.unread || lines.unread || lines.items.length === 0) return;
    if (contributions.items.length === 0) {
      const message = say`The budget has lines but no contributions, so that nobody pays for them. Add under "contributions" what each partner puts in.`;
      yield { at: contributions.key ?? lines.at, message };
      return;
    }
    const unpriced = new Set(lines.items.flatMap(line => unpricedYears(line, context.plan, context.index)));
    const { plan, index } = context;
    const lacksLines = schemesWithoutLines(plan, index).length + servicesWithoutLines(plan, index).length > 0;
    for (const year of plan.years) {
      const problem = inYear(year, context, lacksLines || unpriced.has(year) ? 'some unpriced' : 'all priced');
      if (problem) yield problem;
    }
  },
};

/** A line that is not there, or has no amount, explains why less goes out than comes in: other rules speak of it. */
function inYear(
  year: FinancialYear,
  { plan, index }: Pick<RuleContext, 'plan' | 'index'>,
  lines: 'all priced' | 'some unpriced',
): Problem | undefined {
  const { contributions, lines: budgetLines } = plan.budget;
  const comesIn = index.contributionsOf(year);
  const goesOut = index.budgetOf(year);
  // What cannot be read is nothing or more: the side that it is on may yet be higher, and never lower.
  const knownIn = comesIn ?? knownSum(contributions.items, year);
  const knownOut = goesOut ?? knownSum(budgetLines.items, year);
  if (knownIn === knownOut) return undefined;
  if (knownOut < knownIn && (goesOut === undefined || lines === 'some unpriced')) return undefined;
  if (knownIn < knownOut && comesIn === undefined) return undefined;
  const difference = formatMoney(Math.abs(knownIn - knownOut));
  const verdict = knownIn < knownOut ? say`${difference} is not paid for` : say`${difference} has no line`;
  const [paid, spent] = [formatMoney(knownIn), formatMoney(knownOut)];
  const sums =
    comesIn === undefined
      ? say`In ${year} the contributions come to at least ${paid} and the budget lines to ${spent}`
      : goesOut === undefined
        ? say`In ${year} the contributions come to ${paid} and the budget lines to at least ${spent}`
        : say`In ${year} the contributions come to ${paid} and the budget lines to ${spent}`;
  return {
    at: plan.budget.lines.at,
    message: say`${sums}: ${verdict}. Put right the amount that is wrong, or add what is missing.`,
    related: terms(year, plan),
    detail: year,
  };
}

/** Pence of a year in the amounts that can be read. */
function knownSum(items: readonly { readonly amounts: Amounts }[], year: FinancialYear): number {
  return items.reduce((sum, { amounts }) => sum + (amounts.in(year) ?? 0), 0);
}

/** The amounts that make up both sums, the largest first: an error is soonest found there. */
function terms(year: FinancialYear, { budget }: Plan): readonly Related[] {
  const largest = (items: readonly { readonly called: string; readonly amounts: Amounts }[]): readonly Related[] =>
    items
      .flatMap(({ called, amounts }) => {
        const amount = amounts.years.find(entry => entry.year === year);
        return amount?.money.value === undefined ? [] : [{ called, at: amount.money.at, pence: amount.money.value }];
      })
      .sort((a, b) => b.pence - a.pence)
      .slice(0, 5)
      .map(({ called, at, pence }) => ({ at, message: say`${called} has ${formatMoney(pence)}` }));
  return [...largest(budget.contributions.items), ...largest(budget.lines.items)];
}
