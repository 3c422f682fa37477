/** `scheme-ends-before-start`: a scheme whose last day lies before its first. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const schemeEndsBeforeStart: Rule = {
  id: 'scheme-ends-before-start',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A scheme ends before it starts.',
  why: 'One of the two dates is wrong, most often its year, and whoever reads the plan takes the other for right.',
  source: 'Format of the plan: "starts" and "ends" are the first and the last day of a scheme',
  restsOn: ['schemes/starts'],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, starts: 2018-04-01, ends: 2017-09-30}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, starts: 2018-04-01, ends: 2019-09-30}\n',
  },
  *check({ plan }) {
    for (const { called, starts, ends } of plan.schemes.items) {
      if (starts.value === undefined || ends.value === undefined || ends.value >= starts.value) continue;
      yield {
        at: ends.at,
        message: say`${called} ends on ${ends.value}, before it starts on ${starts.value}. Put right the date that is wrong.`,
        related: [{ at: starts.at, message: say`It starts here` }],
      };
    }
  },
};
