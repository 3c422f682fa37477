/** `decision-no-decider`: a decision that nobody is named to take. */
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const decisionNoDecider: Rule = {
  id: 'decision-no-decider',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A decision has nobody who takes it.',
  why: 'A wish to work together is not enough: somebody must be able to make each decision.',
  source: 'Thomson 2016, The MJ: "you also need the ability to make the relevant decisions to get integration going"',
  answers: [
    { text: 'MJ 2016', words: 'you also need the ability to make the relevant decisions to get integration going' },
  ],
  about: ['absence'],
  asksFor: ['decider'],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: move-money, what: Move money between services, decider: TBC, limit: £500k}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: move-money, what: Move money between services, decider: a-example, limit: £500k}
`,
  },
  *check({ plan }) {
    for (const { called, decider } of plan.governance.decisions) {
      if (!decider.unassigned) continue;
      yield {
        at: decider.at,
        message: decider.written
          ? say`${called} has no decider: "${shorten(decider.written)}" is neither a body nor a person. Name the body or the person who takes it by their id, like "decider: a-example".`
          : say`${called} has no decider. Name the body or the person who takes it by their id, like "decider: a-example".`,
      };
    }
  },
};
