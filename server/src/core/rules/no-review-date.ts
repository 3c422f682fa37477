/** `no-review-date`: a year of the plan's period in which nothing is reviewed. */

import { count, listOr, say } from '../text/say';
import { yearOf } from '../values/calendar';
import type { Rule } from './shared/rule';

export const noReviewDate: Rule = {
  id: 'no-review-date',
  severity: { writing: 'info', agreed: 'warning' },
  summary: "No review is due in a year of the plan's period.",
  why: 'Almost half of the directors asked said that the Better Care Fund had little or no impact. Only a review with a date finds that out while money can still be moved.',
  source: 'Health MJ and BT, survey of directors of adult social services (2017)',
  answers: [
    {
      text: 'Health MJ 2017',
      words: 'almost half (43%) said they believe the Better Care Fund has had little or no impact',
    },
  ],
  restsOn: ['milestones/deadline', 'period', 'period/from', 'period/to'],
  examples: {
    bad: 'milestones:\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01}\n',
    good: 'milestones:\n  - {id: first, title: First review, type: review, lead: a-example, deadline: 2018-03-16}\n  - {id: second, title: Second review, type: review, lead: a-example, deadline: 2019-03-15}\n  - {id: third, title: Last review, type: review, lead: a-example, deadline: 2020-03-13}\n',
  },
  *check({ plan }) {
    const { milestones, years } = plan;
    const reviews = milestones.items.filter(({ type }) => type.value === 'review');
    // A review whose date cannot be read may be due in any year.
    if (
      milestones.unread ||
      years.length === 0 ||
      reviews.some(({ deadline }) => deadline.given && deadline.value === undefined)
    )
      return;
    const days = new Set<string>();
    for (const { deadline, doneOn } of reviews) {
      if (deadline.value) days.add(deadline.value);
      if (doneOn.value) days.add(doneOn.value);
    }
    const reviewed = new Set([...days].map(yearOf));
    const missing = years.filter(year => !reviewed.has(year));
    if (missing.length === 0) return;
    const which =
      missing.length === years.length
        ? say`any of the ${count(years.length, 'year')} of the plan`
        : `${missing.length > 6 ? count(missing.length, 'year') : listOr(missing)}`;
    yield {
      at: milestones.at,
      message: say`No review is due in ${years.length === 1 ? years[0] : which}. Add a milestone with "type: review", a lead and a deadline for each year.`,
    };
  },
};
