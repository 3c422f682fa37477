/** `deadline-past-limit`: a deadline after the last date that the national framework gives. */

import { say } from '../text/say';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const deadlinePastLimit: Rule = {
  id: 'deadline-past-limit',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A deadline lies after the last date in the national framework.',
  why: 'The single commissioning function and the integrated budget are due by 2020 at the very latest. A later date is a plan to miss it.',
  source:
    'Humphries 2015, HSJ: "by 2020 at the very latest"; King\'s Fund, Options for integrated commissioning: Beyond Barker (2015)',
  answers: [
    {
      text: 'HSJ 2015',
      words: 'establish a single commissioning function and integrated budget by 2020 at the very latest',
    },
  ],
  examples: {
    bad: 'milestones:\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2021-04-01}\n',
    good: 'milestones:\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01}\n',
  },
  *check({ plan, framework }) {
    const last = framework.lastDate === 'period' ? plan.to.value : framework.lastDate;
    if (last === undefined) return;
    const alreadyPast = plan.from.value !== undefined && plan.from.value > last;
    for (const { called, deadline } of plan.milestones.items) {
      if (deadline.value === undefined || deadline.value <= last) continue;
      const limit = formatDate(last);
      const message = alreadyPast
        ? say`${called} is due on ${deadline.value}, but the last date in ${framework.shortTitle}, ${limit}, had already passed when the plan's period began. Give the date that is in place instead, or the reason in a waiver.`
        : framework.lastDate === 'period'
          ? say`${called} is due on ${deadline.value}, after ${limit}, the last day of the plan's period and the last date in ${framework.shortTitle}. Bring it forward, or give the reason in a waiver.`
          : say`${called} is due on ${deadline.value}, after ${limit}, the last date in ${framework.shortTitle}. Bring it forward, or give the reason in a waiver.`;
      yield { at: deadline.at, message };
    }
  },
};
