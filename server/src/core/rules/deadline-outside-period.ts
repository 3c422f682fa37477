/** `deadline-outside-period`: a milestone that is due before the plan's period begins, or after it has ended. */

import type { Milestone } from '../model/items';
import { say } from '../text/say';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const deadlineOutsidePeriod: Rule = {
  id: 'deadline-outside-period',
  severity: { writing: 'warning', agreed: 'warning' },
  summary: "A deadline lies before the plan's period begins, or after it ends.",
  why: "Nobody reports on a plan outside its period, so that such a milestone is nobody's business. Most often the year is mistyped.",
  source: 'Format of the plan: "period" is the first and the last day that the plan covers',
  restsOn: ['period/from', 'period/to'],
  examples: {
    bad: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2020-04-01}\n',
    good: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01}\n',
  },
  *check({ plan, framework }) {
    const { from, to } = plan;
    if (from.value === undefined || to.value === undefined || from.value > to.value) return;
    const limit = framework.lastDate === 'period' ? to.value : framework.lastDate;
    for (const milestone of plan.milestones.items) {
      const { called, deadline } = milestone;
      if (deadline.value === undefined || deadline.value > limit) continue;
      if (deadline.value < from.value && !preparesThePlan(milestone)) {
        yield {
          at: deadline.at,
          message: say`${called} is due on ${deadline.value}, before the plan's period begins on ${formatDate(from.value)}. Check the year, or move one of the two dates.`,
          related: [{ at: from.at, message: say`The period begins here` }],
        };
      } else if (deadline.value > to.value) {
        yield {
          at: deadline.at,
          message: say`${called} is due on ${deadline.value}, after the plan's period ends on ${formatDate(to.value)}. Check the year, or move one of the two dates.`,
          related: [{ at: to.at, message: say`The period ends here` }],
        };
      }
    }
  },
};

/** A plan is agreed, signed and sent before its first day; and what is done needs no reporting. */
function preparesThePlan({ type, doneOn }: Milestone): boolean {
  return doneOn.value !== undefined || PREPARATIONS.has(type.value ?? '');
}

const PREPARATIONS: ReadonlySet<string> = new Set(['model-agreed', 'section-75-signed', 'hwb-approval', 'submission']);
