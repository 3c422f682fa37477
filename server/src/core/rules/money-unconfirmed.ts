/** `money-unconfirmed`: an agreed plan counts on money without saying when it will be known. */

import type { Field } from '../model/field';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const moneyUnconfirmed: Rule = {
  id: 'money-unconfirmed',
  severity: { writing: 'off', agreed: 'warning' },
  summary: 'An agreed plan has indicative or assumed money without the day on which it will be known.',
  why: 'Allocations are often confirmed after the plan is signed. Those who sign should see which amounts may still move, and until when.',
  source:
    'Harrow Health and Wellbeing Board, Better Care Fund 2023-24 planning; North Tyneside Cabinet, on unconfirmed second-year allocations',
  about: ['absence'],
  asksFor: ['confirmed_by'],
  examples: {
    bad: `status: agreed
budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, status: indicative, amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: ccg-minimum
      amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}
`,
    good: `status: agreed
budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, status: indicative, confirmed_by: 2017-06-30, amounts: {2017-18: £1.2m, 2018-19: £1.25m, 2019-20: £1.3m}}
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
    for (const { called, status, confirmedBy } of plan.budget.contributions.items) {
      if (!isUnconfirmed(status) || confirmedBy.given) continue;
      yield {
        at: status.at,
        message: say`${called} is ${status.value}, and the plan does not say when it will be known. Add the day, like "confirmed_by: 2018-03-31", or write "status: confirmed".`,
      };
    }
    for (const { called, status, fundedBy } of plan.budget.lines.items) {
      if (!isUnconfirmed(status)) continue;
      const payers = fundedBy.shares.flatMap(({ contribution }) => index.contribution(contribution) ?? []);
      // Where the money that pays for the line is itself unconfirmed, that is the cause, and is told there.
      if (payers.some(payer => isUnconfirmed(payer.status) || payer.confirmedBy.given)) continue;
      yield {
        at: status.at,
        message: say`${called} is ${status.value}, and no contribution that pays for it says when the money will be known. Give that contribution its status and the day, like "confirmed_by: 2018-03-31", or write "status: confirmed" here.`,
      };
    }
  },
};

function isUnconfirmed(status: Field<string>): boolean {
  return status.value === 'indicative' || status.value === 'assumed';
}
