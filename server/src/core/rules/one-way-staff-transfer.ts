/** `one-way-staff-transfer`: staff only move towards the NHS, and nobody says who does the work that they leave. */

import type { PlanIndex } from '../model/plan-index';
import type { WorkforceGroup } from '../model/resources';
import { say } from '../text/say';
import { isNhs, keepsTerms, type Move, moveOf } from './shared/pay-framework';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const oneWayStaffTransfer: Rule = {
  id: 'one-way-staff-transfer',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'All moves of staff go to the better-paid side, and the posts that they leave are not filled.',
  why: 'Care staff may well aspire to NHS pay and terms; few go the other way. Then social care is left with the gap.',
  source: 'The Lowdown 2022: few grounds to believe NHS staff "might happily swap places in the other direction"',
  answers: [
    {
      text: 'Lowdown 2022',
      words: 'there are few, if any, grounds to believe NHS staff might happily swap places in the other direction',
    },
  ],
  asksFor: ['backfill'],
  restsOn: ['partners', 'partners/id', 'partners/type', 'workforce/groups/employer', 'workforce/groups/moves_to'],
  examples: {
    bad: `workforce:
  groups:
    - {group: Care workers, employer: county, wte: 30, moves_to: trust, pay_gap: £120k}
`,
    good: `workforce:
  groups:
    - {group: Care workers, employer: county, wte: 30, moves_to: trust, pay_gap: £120k, backfill: Thirty apprentices from September 2017}
`,
  },
  *check({ plan, index }) {
    const moves = plan.workforce.items.flatMap(group => withMove(group, index));
    if (moves.some(({ move }) => isNhs(move.from) && !isNhs(move.to))) return;
    for (const { group, move } of moves) {
      if (!isUpwards(move) || group.backfill.value) continue;
      yield {
        at: group.backfill.key ? group.backfill.at : group.movesTo.at,
        message: say`${group.called} moves from ${quotedName(move.from)} to ${quotedName(move.to)}, and nobody moves the other way. Say who does the work that they leave, like "backfill: Thirty apprentices from September 2017".`,
      };
    }
  },
};

function withMove(group: WorkforceGroup, index: PlanIndex): readonly { group: WorkforceGroup; move: Move }[] {
  const move = moveOf(group, index);
  return move ? [{ group, move }] : [];
}

/** Into the NHS from outside it, unless the staff are on the same terms already. */
function isUpwards(move: Move): boolean {
  return !isNhs(move.from) && isNhs(move.to) && keepsTerms(move) !== true;
}
