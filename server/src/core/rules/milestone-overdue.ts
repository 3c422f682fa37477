/** `milestone-overdue`: a milestone whose deadline has passed, and that is not done. */

import { say } from '../text/say';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const milestoneOverdue: Rule = {
  id: 'milestone-overdue',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'The deadline of a milestone has passed, and it is not marked as done.',
  why: 'Progress has been called glacial. A plan that is kept up to date shows what slipped while it can still be put right.',
  source: 'Humphries 2015, HSJ: "Overall progress has been glacial"',
  answers: [{ text: 'HSJ 2015', words: 'Overall progress has been glacial' }],
  about: ['statement'],
  asksFor: ['done_on'],
  examples: {
    bad: '#! today: 2018-06-01\nmilestones:\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01}\n',
    good: '#! today: 2018-06-01\nmilestones:\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01, done_on: 2018-04-03}\n',
  },
  *check({ plan, today }) {
    if (today === undefined) return;
    for (const { called, deadline, doneOn } of plan.milestones.items) {
      if (deadline.value === undefined || deadline.value >= today || doneOn.given) continue;
      yield {
        at: deadline.at,
        message: say`${called} was due on ${deadline.value} and is not done on ${formatDate(today)}. Write the day on which it was done, like "done_on: ${deadline.value}", or a new deadline.`,
      };
    }
  },
};
