/** `approval-chain-long`: a decision that needs more approvals, or more days, than people will wait for. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const approvalChainLong: Rule = {
  id: 'approval-chain-long',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'A decision needs more than two approvals, or more than sixty days.',
  why: 'Where two people have to be convinced things get done. Where permission takes months, staff give up asking.',
  source: 'Thomson 2016, The MJ: "they only had to convince two people"',
  answers: [
    { text: 'MJ 2016', words: 'they only had to convince two people' },
    { text: 'MJ 2016', words: 'so time-consuming and morale-sapping that staff often gave up trying' },
  ],
  options: {
    approvals: { default: 2, description: 'How many approvals a decision may need.' },
    days: { default: 60, description: 'How many days a decision may take.' },
  },
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: move-money, what: Move money between services, decider: a-example, limit: £500k, approvals: 6, days: 30}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: move-money, what: Move money between services, decider: a-example, limit: £500k, approvals: 2, days: 30}
`,
  },
  *check({ plan, options }) {
    const mostApprovals = options['approvals'] ?? 0;
    const mostDays = options['days'] ?? 0;
    for (const { called, approvals, days } of plan.governance.decisions) {
      if (approvals.value !== undefined && approvals.value > mostApprovals) {
        yield {
          at: approvals.at,
          message: say`${called} needs ${approvals.value} approvals, more than ${mostApprovals}. Leave out those that change nothing, or give the decider the power to decide alone with "delegated_by".`,
        };
      }
      if (days.value !== undefined && days.value > mostDays) {
        yield {
          at: days.at,
          message: say`${called} takes ${days.value} days, more than ${mostDays}. Shorten the way to it, or let somebody decide who meets more often.`,
        };
      }
    }
  },
};
