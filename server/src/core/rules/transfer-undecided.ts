/** `transfer-undecided`: money that is to pass from one partner to another, and no decision under which it does. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const transferUndecided: Rule = {
  id: 'transfer-undecided',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'Money passes between partners without a decision.',
  why: 'Joint plans stop where money changes hands. A decision with a decider and a limit gets it across.',
  source: 'Thomson 2016, The MJ: integration has "a tendency to grind to a halt at the point when money changes hands"',
  answers: [{ text: 'MJ 2016', words: 'grind to a halt at the point when money changes hands' }],
  about: ['absence', 'statement'],
  asksFor: ['decision'],
  examples: {
    bad: `budget:
  transfers:
    - {id: social-care, from: ccg, to: county, amount: £3m, when: 2017-05-15}
`,
    good: `budget:
  transfers:
    - {id: social-care, from: ccg, to: county, amount: £3m, when: 2017-05-15, decision: plan-money}
`,
  },
  *check({ plan, index }) {
    for (const transfer of plan.budget.transfers.items) {
      if (!isOpen(transfer.decision)) continue;
      const { amount, from, to } = transfer;
      const money = amount.value === undefined ? 'money' : formatMoney(amount.value);
      const payer = quotedName(index.partner(from), from.value ?? 'a partner');
      const payee = quotedName(index.partner(to), to.value ?? 'another');
      yield {
        at: transfer.decision.at,
        message: say`${transfer.called} passes ${money} from ${payer} to ${payee} without a decision. Name the one under which it is paid, like "decision: move-money".`,
      };
    }
  },
};
