/** `below-nhs-minimum`: a contribution that is less than the minimum which it states for the year. */

import { say } from '../text/say';
import { readYear } from '../values/calendar';
import { formatMoney } from '../values/money';
import type { Rule } from './shared/rule';

export const belowNhsMinimum: Rule = {
  id: 'below-nhs-minimum',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A contribution is under the minimum that national conditions set.',
  why: 'The NHS minimum is a condition of the fund: less than it is not approved.',
  source: 'NHS Act 2006 s. 223GA; NHS England, Better Care Fund: grants and funding (NHS minimum contribution)',
  restsOn: ['budget/contributions/amounts'],
  examples: {
    bad: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £20.9m}, minimum: {2017-18: £21.6m}}
`,
    good: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £21.6m}, minimum: {2017-18: £21.6m}}
`,
  },
  *check({ plan }) {
    for (const { called, amounts, minimum } of plan.budget.contributions.items) {
      for (const { year, money } of minimum.years) {
        const given = amounts.in(year);
        // A year that is written wrongly has its own finding; nobody can tell which amount it goes with.
        if (!('year' in readYear(year))) continue;
        if (money.value === undefined || given === undefined || given >= money.value) continue;
        const amount = amounts.years.find(other => other.year === year);
        yield {
          at: amount?.money.at ?? amounts.at,
          message: say`${called} gives ${formatMoney(given)} in ${year}, ${formatMoney(money.value - given)} less than its minimum of ${formatMoney(money.value)}. Raise the amount, or correct the minimum.`,
          related: [{ at: money.at, message: say`The minimum for ${year}` }],
          detail: year,
        };
      }
    }
  },
};
