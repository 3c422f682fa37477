/** `stop-not-agreed`: something stops, and the provider that loses the work has not agreed to it. */
import { say } from '../text/say';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const stopNotAgreed: Rule = {
  id: 'stop-not-agreed',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'The provider that loses the work has not agreed to the stop.',
  why: 'Hospitals that were not asked carry on, and the money is spent twice. Assurers ask what the plan means for its acute providers.',
  source: 'Medway Health and Wellbeing Board 2014: "implications for acute providers"; HSJ 2013',
  answers: [
    {
      text: 'HSJ 2013',
      words: 'The leaders of many of England’s hospitals believe they can hear the camel’s back beginning to break',
    },
  ],
  about: ['absence', 'statement'],
  asksFor: ['agreed_by'],
  restsOn: ['partners', 'partners/id'],
  examples: {
    bad: `stops:
  - {id: ward, what: One ward of 28 beds, service: acute, provider: trust, method: decommission, amounts: {2018-19: £2.9m}, from: 2018-10-01, lead: a-example}
`,
    good: `stops:
  - {id: ward, what: One ward of 28 beds, service: acute, provider: trust, method: decommission, amounts: {2018-19: £2.9m}, from: 2018-10-01, lead: a-example, agreed_by: {partner: trust, on: 2018-03-28}}
`,
  },
  *check({ plan, index }) {
    for (const { called, provider, agreedBy } of plan.stops.items) {
      const loser = index.partner(provider);
      const name = loser ? quotedName(loser) : say`the provider that loses the work`;
      if (!agreedBy.given) {
        yield {
          at: agreedBy.at,
          message: say`${called} is not agreed with ${name}. Write who agreed and when, like "agreed_by: {partner: ${loser?.id.value ?? 'trust'}, on: 2018-03-28}".`,
        };
        continue;
      }
      const agreed = index.partner(agreedBy.partner);
      if (!loser || !agreed || loser === agreed) continue;
      yield {
        at: agreedBy.partner.at,
        message: say`${called} was agreed by ${quotedName(agreed)}, but ${name} loses the work. Write when that provider agreed.`,
        related: [{ at: provider.at, message: say`The provider that loses the work` }],
      };
    }
  },
};
