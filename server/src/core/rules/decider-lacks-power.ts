/** `decider-lacks-power`: a board that commits a council's money, and nobody delegated that power to it. */

import { isOpen } from '../model/field';
import type { Body } from '../model/governance';
import type { PlanIndex } from '../model/plan-index';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const deciderLacksPower: Rule = {
  id: 'decider-lacks-power',
  severity: { writing: 'warning', agreed: 'error' },
  summary: "A board commits a council's money without a delegation.",
  why: "A health and wellbeing board or joint committee has no authority of its own to spend a council's money: its approval is a signature, not a decision.",
  source:
    'Bromley Executive, 10 October 2017: the board "did not have the authority to commit to expenditure on behalf of the Local Authority"; Health and Social Care Act 2012 s. 194',
  answers: [{ text: 'HSJ 2015', words: 'boards that are barely two-years-old are far from ready' }],
  about: ['statement'],
  asksFor: ['delegated_by'],
  restsOn: [
    'governance/bodies',
    'governance/bodies/id',
    'governance/bodies/members',
    'governance/bodies/type',
    'governance/decisions/decider',
    'governance/decisions/limit',
    'partners',
    'partners/id',
    'partners/type',
  ],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, type: health-and-wellbeing-board, members: [county, ccg], accountable_to: county}
  decisions:
    - {id: approve, what: Approve the budget, decider: board, limit: £6m}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, type: health-and-wellbeing-board, members: [county, ccg], accountable_to: county}
  decisions:
    - {id: approve, what: Approve the budget, decider: board, limit: £6m, delegated_by: "Cabinet, 7 March 2017"}
`,
  },
  *check({ plan, index }) {
    for (const { called, decider, limit, delegatedBy } of plan.governance.decisions) {
      const body = index.body(decider);
      if (!body || !limit.given || limit.value === 0 || !isOpen(delegatedBy)) continue;
      if (!hasCouncilMoney(body, index)) continue;
      const amount = limit.value === undefined ? say`money` : say`up to ${formatMoney(limit.value)}`;
      yield {
        at: delegatedBy.key ? delegatedBy.at : decider.at,
        message: say`${called} commits ${amount}, but ${quotedName(body)} has no power of its own over a council's money. Say who gave it that power and when, like "delegated_by: Cabinet on 7 March 2017".`,
      };
    }
  },
};

/** Whether councils sit on the body together with others; the council's own cabinet needs no delegation. */
function hasCouncilMoney(body: Body, index: PlanIndex): boolean {
  const type = body.type.value ?? '';
  if (OWN_POWER.has(type)) return false;
  if (type === 'health-and-wellbeing-board') return true;
  const councils = body.members.filter(member => COUNCILS.has(index.partner(member)?.type.value ?? ''));
  return councils.length > 0 && body.members.length > 1;
}

const OWN_POWER = new Set(['council-cabinet', 'full-council', 'combined-authority']);
const COUNCILS = new Set(['upper-tier-council', 'district-council']);
