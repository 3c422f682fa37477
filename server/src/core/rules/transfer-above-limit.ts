/** `transfer-above-limit`: a transfer of more money than the decision that it names may move. */

import { say } from '../text/say';
import { lowerFirst } from '../text/words';
import { formatMoney } from '../values/money';
import type { Rule } from './shared/rule';

export const transferAboveLimit: Rule = {
  id: 'transfer-above-limit',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A transfer is above the limit of the decision that it names.',
  why: 'Whoever takes a decision may move money up to its limit. What goes beyond is undone by the first audit.',
  source: 'Thomson 2016, The MJ: integration has "a tendency to grind to a halt at the point when money changes hands"',
  restsOn: ['governance/decisions/id', 'governance/decisions/limit'],
  examples: {
    bad: `budget:
  transfers:
    - {id: social-care, from: ccg, to: county, amount: £12m, when: 2017-05-15, decision: plan-money}
`,
    good: `budget:
  transfers:
    - {id: social-care, from: ccg, to: county, amount: £3m, when: 2017-05-15, decision: plan-money}
`,
  },
  *check({ plan, index }) {
    for (const { called, amount, decision } of plan.budget.transfers.items) {
      const named = index.decision(decision);
      const limit = named?.limit.value;
      if (!named || limit === undefined || amount.value === undefined || amount.value <= limit) continue;
      yield {
        at: amount.at,
        message: say`${called} passes ${formatMoney(amount.value)}, but ${lowerFirst(named.called)} covers ${formatMoney(limit)} at most. Raise the limit, name a decision that covers the amount, or pass less.`,
        related: [{ at: named.limit.at, message: say`The limit is ${formatMoney(limit)}` }],
      };
    }
  },
};
