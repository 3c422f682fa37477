/** `two-plans-one-place`: two live plans of the workspace are for one place, and their periods overlap. */

import type { Plan } from '../model/plan';
import { lastCodeOf } from '../reference/places';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const twoPlansOnePlace: Rule = {
  id: 'two-plans-one-place',
  severity: { writing: 'error', agreed: 'error' },
  summary: 'Two plans that are not superseded are for one place in the same years.',
  why: 'There is to be one plan, for one place. Two of them have two budgets, two leads and two sets of promises.',
  source:
    'Humphries 2015, HSJ: "so there is one plan, for one place with one set of oversight and support arrangements"',
  answers: [{ text: 'HSJ 2015', words: 'one plan, for one place with one set of oversight and support arrangements' }],
  restsOn: ['period', 'period/from', 'period/to'],
  examples: {
    bad: 'title: One plan for North Yorkshire\n',
    good: 'title: One plan for North Yorkshire\nperiod: {from: 2017-04-01, to: 2018-03-31}\n',
    files: {
      'second.plan.yaml':
        'one_plan: 1\ntitle: Another plan for North Yorkshire\nstatus: draft\nperiod: {from: 2018-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\n',
    },
  },
  *check({ plan, workspace }) {
    const { code } = plan.place;
    if (code.value === undefined) return;
    const own = lastCodeOf(code.value);
    const others = workspace.otherPlans.filter(
      ({ plan: other }) =>
        other.place.code.value !== undefined && lastCodeOf(other.place.code.value) === own && overlaps(plan, other),
    );
    const first = others[0];
    if (!first) return;
    const title = shorten(first.plan.title.value ?? first.uri);
    yield {
      at: code.at,
      message: messageOf(title, code.value, others.length - 1),
      related: others.slice(0, 10).map(({ uri, plan: other }) => ({
        at: other.place.code.at,
        message: say`"${shorten(other.title.value ?? uri)}" is for the same place`,
        uri,
      })),
    };
  },
};

/** Plans whose periods are not known are not said to overlap. */
function overlaps(a: Plan, b: Plan): boolean {
  if (a.from.value === undefined || a.to.value === undefined) return false;
  if (b.from.value === undefined || b.to.value === undefined) return false;
  return a.from.value <= b.to.value && b.from.value <= a.to.value;
}

function messageOf(title: string, place: string, others: number): string {
  if (others === 0)
    return say`The plan "${title}" is for this place (${place}) in the same years. Bring them together in one, or write "status: superseded" in those that no longer count.`;
  return others === 1
    ? say`The plan "${title}" is for this place (${place}) in the same years and 1 other plan is too. Bring them together in one, or write "status: superseded" in those that no longer count.`
    : say`The plan "${title}" is for this place (${place}) in the same years and ${others} other plans are too. Bring them together in one, or write "status: superseded" in those that no longer count.`;
}
