/** `fast-area-not-from-2017`: an area that says it moves fast, but whose integrated budget is not due in time for one. */

import { say } from '../text/say';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const fastAreaNotFrom2017: Rule = {
  id: 'fast-area-not-from-2017',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A fast area does not have its integrated budget in the time that is meant for fast areas.',
  why: 'Areas that can move more quickly are to have their integrated budget from 2017. A plan that says "fast" and gives a later date promises two things.',
  source: 'Humphries 2015, HSJ: "areas than can move more quickly should do so from 2017"',
  answers: [{ text: 'HSJ 2015', words: 'areas than can move more quickly should do so from 2017' }],
  restsOn: ['milestones/type'],
  examples: {
    bad: `pace: fast
milestones:
  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}
  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2019-04-01, depends_on: [function]}
`,
    good: `pace: fast
milestones:
  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}
  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-01-01, depends_on: [function]}
`,
  },
  *check({ plan, framework }) {
    const { fastArea } = framework;
    if (plan.pace.value !== 'fast' || !fastArea) return;
    const budgets = plan.milestones.items.filter(milestone => milestone.type.value === 'integrated-budget');
    const dates = budgets.flatMap(({ deadline }) => deadline.value ?? []);
    if (dates.length < budgets.length) return;
    if (dates.some(date => fastArea.earliest <= date && date <= fastArea.latest)) return;
    const first = budgets[0];
    const between = say`between ${formatDate(fastArea.earliest)} and ${formatDate(fastArea.latest)}`;
    if (first) {
      yield {
        at: first.deadline.at,
        message: say`${first.called} is due on ${first.deadline.value}, but a fast area has its integrated budget ${between}. Move the date, or take "pace: fast" out.`,
        related: [{ at: plan.pace.at, message: say`The plan says here that the area moves fast` }],
      };
    } else if (!framework.milestones.values.some(({ type }) => type === 'integrated-budget')) {
      yield {
        at: plan.pace.at,
        message: say`The plan says that the area moves fast, but has no milestone of the type "integrated-budget". Add one that is due ${between}, or take "pace: fast" out.`,
      };
    }
  },
};
