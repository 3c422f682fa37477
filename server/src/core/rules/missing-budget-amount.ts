/** `missing-budget-amount`: a budget line without an amount for a year of the plan, or a service without any in a year. */
import { listAnd, say } from '../text/say';
import type { Rule } from './shared/rule';
import { unpricedYears } from './shared/unpriced-years';

export const missingBudgetAmount: Rule = {
  id: 'missing-budget-amount',
  severity: { writing: 'warning', agreed: 'error' },
  summary: "A budget line has no amount for a year of the plan's period, or no line of a service has one.",
  why: 'The single budget is to hold all spending, and a year without an amount is spending that nobody has agreed. A year in which nothing is spent is written as £0.',
  source: 'Humphries 2015, HSJ: "The single budget should include all spending"',
  answers: [{ text: 'HSJ 2015', words: 'The single budget should include all spending' }],
  about: ['absence'],
  restsOn: [
    'budget',
    'budget/lines',
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
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: ccg-minimum
      amounts: {2017-18: £1.2m, 2018-19: £1.25m}
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
  *check({ plan, index }) {
    const blamed = new Set<string>();
    for (const line of plan.budget.lines.items) {
      const years = unpricedYears(line, plan, index);
      if (years.length === 0) continue;
      for (const year of years) blamed.add(`${line.service.value} ${year}`);
      yield {
        at: line.amounts.at,
        message: line.amounts.given
          ? say`${line.called} has no amount for ${listAnd(years)}. Add what it costs, like "${years[0]}: £1.2m", or £0 where nothing is spent.`
          : say`${line.called} has no amounts. Add what it costs, like "amounts: {${years[0]}: £1.2m}", or £0 where nothing is spent.`,
      };
    }
    for (const service of plan.services.scopes) {
      const lines = index.linesOfService(service.name);
      if (service.inScope.value !== true || lines.length === 0) continue;
      const years = plan.years.filter(
        year => !blamed.has(`${service.name} ${year}`) && !lines.some(line => line.amounts.has(year)),
      );
      if (years.length === 0) continue;
      yield {
        at: service.at,
        message: say`Service "${service.name}" is in scope, but none of its budget lines has an amount for ${listAnd(years)}. Add a line with what it costs, or £0 where nothing is spent.`,
      };
    }
  },
};
