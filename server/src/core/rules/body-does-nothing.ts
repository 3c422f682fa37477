/** `body-does-nothing`: a body that decides nothing, oversees nothing and settles nothing; or a plan without any body. */
import { say } from '../text/say';
import { idsOf, namedBy } from './shared/named-by';
import type { Rule } from './shared/rule';

export const bodyDoesNothing: Rule = {
  id: 'body-does-nothing',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A body decides nothing, or the plan names no body at all.',
  why: 'A body that takes no decision costs meetings and hides who is in charge.',
  source: 'The Lowdown 2022: twelve bodies in one place, whose chair was "struggling to navigate what each group does"',
  answers: [{ text: 'Lowdown 2022', words: 'struggling to navigate what each group does' }],
  restsOn: ['governance/bodies/id'],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: county}
    - {id: forum, name: Integration Forum, members: [county, ccg], accountable_to: board}
  decisions:
    - {id: approve, what: Approve the plan, decider: board, approvals: 1}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: county}
    - {id: forum, name: Integration Forum, members: [county, ccg], accountable_to: board}
  decisions:
    - {id: approve, what: Approve the plan, decider: board, approvals: 1}
    - {id: order, what: Set the order in which localities start, decider: forum, approvals: 1}
`,
  },
  *check({ plan }) {
    const { governance } = plan;
    if (governance.unread || governance.bodyList.unread || governance.decisionList.unread) return;
    if (governance.bodies.length === 0) {
      yield {
        at: governance.bodyList.at,
        message: say`The plan names no body that decides anything. Add the board or committee under "bodies" in "governance", like "- {id: board, name: Health and Wellbeing Board, accountable_to: county}".`,
      };
    }
    const ids = idsOf(governance.bodies);
    const deciders = governance.decisions.map(({ decider }) => decider);
    const overseers = governance.oversight.arrangements.map(({ body }) => body);
    const active = namedBy([...deciders, ...overseers], ids, idsOf(plan.people.items));
    const settles = governance.disputes.finalDecider.value;
    for (const { id, at, called } of governance.bodies) {
      if (id.value === undefined || active.has(id.value) || id.value === settles) continue;
      yield {
        at,
        message: say`${called} decides nothing and oversees nothing. Add a decision with "decider: ${id.value}" and what it decides, or take the body out.`,
      };
    }
  },
};
