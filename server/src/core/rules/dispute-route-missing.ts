/** `dispute-route-missing`: no way to settle a dispute between the partners. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const disputeRouteMissing: Rule = {
  id: 'dispute-route-missing',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'The plan does not say how a dispute between the partners is settled.',
  why: 'A single commissioner risks a battle for control. Steps, a last word and a number of days keep it short.',
  source: 'Humphries 2015, HSJ: "runs the risk of triggering a battle for control between councils and the NHS"',
  answers: [
    { text: 'HSJ 2015', words: 'runs the risk of triggering a battle for control between councils and the NHS' },
  ],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  oversight: {body: board, reports: quarterly}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  disputes: {steps: [The two chief executives meet], final_decider: An independent adviser, days: 20}
`,
  },
  *check({ plan }) {
    const { disputes, unread } = plan.governance;
    if (unread) return;
    if (!disputes.given) {
      yield {
        at: disputes.at,
        message: say`The plan does not say how the partners settle a dispute. Add the steps, who has the last word and in how many days under "governance", like "disputes: {steps: [The two chief executives meet], final_decider: board, days: 20}".`,
      };
    } else if (disputes.finalDecider.given && isOpen(disputes.finalDecider)) {
      yield {
        at: disputes.finalDecider.at,
        message: say`Nobody has the last word in a dispute: "${disputes.finalDecider.written}" is no answer. Name a body, a person or an office, like "final_decider: board".`,
      };
    }
  },
};
