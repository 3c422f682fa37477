/** `pay-gap-uncosted`: staff move to other terms of pay, and the difference has no amount. */
import { say } from '../text/say';
import { keepsTerms, moveOf } from './shared/pay-framework';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const payGapUncosted: Rule = {
  id: 'pay-gap-uncosted',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'Staff move between pay frameworks, and the plan does not say what that costs.',
  why: 'Pay scales differ between the NHS and councils, and staff are brought up, not down. Where the plan is silent on terms, NHS bodies are taken to be on Agenda for Change and councils on the National Joint Council scales.',
  source: 'Health MJ 2017: "differences in pay scales between the NHS and local authorities would force costs upwards"',
  answers: [
    {
      text: 'Health MJ 2017',
      words: 'differences in pay scales between the NHS and local authorities would force costs upwards',
    },
  ],
  about: ['absence'],
  asksFor: ['pay_gap'],
  restsOn: [
    'partners',
    'partners/id',
    'partners/pay_framework',
    'partners/type',
    'workforce/groups/employer',
    'workforce/groups/moves_to',
  ],
  examples: {
    bad: `workforce:
  groups:
    - {group: Discharge social workers, employer: county, wte: 22, moves_to: trust, backfill: Two trainees each year}
`,
    good: `workforce:
  groups:
    - {group: Discharge social workers, employer: county, wte: 22, moves_to: trust, pay_gap: £88k, backfill: Two trainees each year}
`,
  },
  *check({ plan, index }) {
    for (const group of plan.workforce.items) {
      const move = moveOf(group, index);
      if (!move || group.payGap.given) continue;
      if (keepsTerms(move) !== false) continue;
      yield {
        at: group.payGap.key ?? group.movesTo.at,
        message: say`${group.called} moves to ${quotedName(move.to)}, from "${move.termsBefore}" to "${move.termsAfter}", and the plan does not say what that costs. Add it for a year, like "pay_gap: £88k", or "£0" if it costs nothing.`,
      };
    }
  },
};
