/** `missing-milestone`: a milestone that the national framework asks for is absent, or comes after its day. */

import type { Problem } from '../finding';
import type { Plan } from '../model/plan';
import type { Framework } from '../reference/framework';
import { say } from '../text/say';
import { type CalendarDate, formatDate } from '../values/calendar';
import { askerOf } from './shared/asker';
import { mistyped } from './shared/mistyped';
import type { Rule } from './shared/rule';

export const missingMilestone: Rule = {
  id: 'missing-milestone',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A milestone that the national framework asks for is absent, or due after the day that it gives.',
  why: 'A plan that names no day for its single commissioning function or its integrated budget cannot be held to one.',
  source:
    'Humphries 2015, HSJ: "establish a single commissioning function and integrated budget by 2020 at the very latest"',
  answers: [
    {
      text: 'HSJ 2015',
      words: 'establish a single commissioning function and integrated budget by 2020 at the very latest',
    },
  ],
  restsOn: ['framework'],
  examples: {
    bad: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n',
    good: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01}\n',
  },
  *check({ plan, framework }) {
    if (plan.milestones.unread) return;
    const asked = framework.milestones.values;
    const meant = mistyped(
      plan.milestones.items.map(({ type }) => type.value),
      asked.map(({ type }) => ({ word: type })),
    );
    for (const entry of asked) {
      const { type, by } = entry;
      if (meant.has(type)) continue;
      const problem = ofType(type, by, plan, framework, askerOf(framework, framework.milestones, entry));
      if (problem) yield { ...problem, detail: type };
    }
  },
};

function ofType(
  type: string,
  by: CalendarDate | undefined,
  plan: Plan,
  framework: Framework,
  asker: string,
): Problem | undefined {
  const present = plan.milestones.items.filter(milestone => milestone.type.value === type);
  const first = present[0];
  if (!first) {
    // A day that had passed before the plan began is no help to the author of the plan.
    const isHelp = by !== undefined && !(plan.from.value !== undefined && plan.from.value > by);
    const message = isHelp
      ? say`The plan has no milestone of the type "${type}", which ${asker} asks for by ${formatDate(by)}. Add one under "milestones" with "type: ${type}", a lead and a deadline.`
      : say`The plan has no milestone of the type "${type}", which ${asker} asks for. Add one under "milestones" with "type: ${type}", a lead and a deadline.`;
    return { at: plan.milestones.at, message };
  }
  if (by === undefined || present.some(({ deadline }) => deadline.value === undefined || deadline.value <= by)) return;
  const last = framework.lastDate === 'period' ? plan.to.value : framework.lastDate;
  const { value: deadline = by, at } = first.deadline;
  if (last !== undefined && deadline > last) return; // deadline-past-limit speaks of it
  const message = say`${first.called} is due on ${deadline}, but ${asker} asks for it by ${formatDate(by)}. Bring it forward, or give the reason in a waiver.`;
  return { at, message };
}
