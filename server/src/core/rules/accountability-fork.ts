/** `accountability-fork`: a body that answers to more than one other. */
import { listAnd, say } from '../text/say';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const accountabilityFork: Rule = {
  id: 'accountability-fork',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A body is accountable to more than one other.',
  why: 'A body that answers to two others answers to neither when they disagree. The others can be kept informed.',
  source: 'The Lowdown 2022, quoting NHS Providers: accountability "feels very opaque and potentially confused"',
  answers: [{ text: 'Lowdown 2022', words: 'feels very opaque and potentially confused' }],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: alliance, name: Coast Alliance, members: [county, ccg], accountable_to: [county, ccg]}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: alliance, name: Coast Alliance, members: [county, ccg], accountable_to: county, informs: [ccg]}
`,
  },
  *check({ plan, index }) {
    for (const body of plan.governance.bodies) {
      const parents = body.accountableTo.filter(
        ({ value }, position, all) => all.findIndex(other => other.value === value) === position,
      );
      const [first, second] = parents;
      if (!first || !second) continue;
      const names = parents.map(parent => quotedName(index.body(parent) ?? index.partner(parent), parent.value));
      yield {
        at: second.at,
        message: say`${body.called} is accountable to ${listAnd(names)}. Keep the one that it answers to, and put the others under "informs".`,
        related: [{ at: first.at, message: say`The first that it is accountable to` }],
      };
    }
  },
};
