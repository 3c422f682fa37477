/** `amount-outside-period`: a line, contribution or stop with an amount for a year that the plan does not cover. */

import type { Amounts } from '../model/field';
import type { Plan } from '../model/plan';
import { listAnd, say } from '../text/say';
import { readYear } from '../values/calendar';
import type { Rule } from './shared/rule';

export const amountOutsidePeriod: Rule = {
  id: 'amount-outside-period',
  severity: { writing: 'warning', agreed: 'warning' },
  summary: "An amount is for a year outside the plan's period.",
  why: 'No sum of the plan counts such an amount, so that money seems promised which no year of the budget has. Most often the year is mistyped.',
  source: 'Format of the plan: "period" is the first and the last day that the plan covers',
  restsOn: ['period/from', 'period/to'],
  examples: {
    bad: planExample('2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m, 2020-21: £1.3m'),
    good: planExample('2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m'),
  },
  *check({ plan }) {
    if (plan.years.length === 0) return;
    const { contributions, lines } = plan.budget;
    for (const { called, amounts } of [...contributions.items, ...lines.items, ...plan.stops.items]) {
      const outside = outsideOf(plan, amounts);
      const [first] = outside;
      if (!first) continue;
      yield {
        at: first.key,
        message: say`${called} has an amount for ${listAnd(outside.map(({ year }) => year))}, but the plan covers ${years(plan)}. Put the year right, or take the amount out.`,
      };
    }
  },
};

/** Amounts of more than nothing for years that are not the plan's; a year that cannot be read is told as that. */
function outsideOf({ years: covered }: Plan, amounts: Amounts) {
  return amounts.years.filter(
    ({ year, money }) => !covered.includes(year) && 'year' in readYear(year) && money.given && money.value !== 0,
  );
}

function years({ years: covered }: Plan): string {
  const [first = ''] = covered;
  return covered.length > 1 ? say`${first} to ${covered.at(-1) ?? ''}` : first;
}

function planExample(amounts: string): string {
  return `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: ccg-minimum
      amounts: {${amounts}}
`;
}
