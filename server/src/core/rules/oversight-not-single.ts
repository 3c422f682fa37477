/** `oversight-not-single`: no oversight of the plan, or more than one. */
import { listAnd, say } from '../text/say';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const oversightNotSingle: Rule = {
  id: 'oversight-not-single',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The plan has no oversight arrangement, or more than one.',
  why: 'One plan for one place comes with one set of oversight and support arrangements.',
  source: 'Humphries 2015, HSJ: "one plan, for one place with one set of oversight and support arrangements"',
  answers: [{ text: 'HSJ 2015', words: 'one plan, for one place with one set of oversight and support arrangements' }],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: county}
    - {id: fund-board, name: Better Care Fund Board, members: [county, ccg], accountable_to: board}
  oversight:
    - {body: board, reports: quarterly}
    - {body: fund-board, reports: monthly}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: county}
  oversight: {body: board, reports: quarterly}
`,
  },
  *check({ plan, index }) {
    const { governance } = plan;
    if (governance.unread) return;
    const { given, at, arrangements } = governance.oversight;
    const [first, second] = arrangements;
    if (!given) {
      yield {
        at,
        message: say`The plan does not say who oversees it. Name one body under "governance", like "oversight: {body: board, reports: quarterly}".`,
      };
    }
    if (!first || !second) return;
    const names = arrangements.map(({ body }) => quotedName(index.body(body), body.value));
    yield {
      at: second.body.at,
      message: say`The plan has ${arrangements.length} oversight arrangements: ${listAnd(names)}. Keep one body and one round of reports, and let the others be informed by it.`,
      related: [{ at: first.body.at, message: say`The first oversight arrangement` }],
    };
  },
};
