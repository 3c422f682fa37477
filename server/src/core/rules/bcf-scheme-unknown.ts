/** `bcf-scheme-unknown`: the plan says what became of a scheme that the old plan does not have. */

import { writeText } from '../syntax/tree/write-scalar';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';
import { incorporatedPlans, meantScheme } from './shared/incorporated-plans';
import { oldPlanExample } from './shared/old-plan-example';
import type { Rule } from './shared/rule';

export const bcfSchemeUnknown: Rule = {
  id: 'bcf-scheme-unknown',
  severity: { writing: 'error', agreed: 'error' },
  summary: 'The plan says what became of a scheme that the old plan does not have.',
  why: 'One plan can take the place of the old ones only when each of their schemes is accounted for, by the id that it had there.',
  source: 'Humphries 2015, HSJ: "Local plans should bring together existing better care fund plans"',
  answers: [{ text: 'HSJ 2015', words: 'Local plans should bring together existing better care fund plans' }],
  restsOn: ['incorporates/plan'],
  examples: {
    bad: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response, NY-04: falls-response, NY-9: falls-response}}\n',
    good: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response, NY-04: falls-response}}\n',
    files: oldPlanExample,
  },
  *check(context) {
    for (const { incorporated, schemes, became } of incorporatedPlans(context)) {
      const meantIds = new Map(
        [...became.keys()].map(id => [id, schemes.has(id) ? id : meantScheme(id, schemes.values())]),
      );
      const taken = new Set(meantIds.values());
      const free = [...schemes.keys()].filter(id => !taken.has(id));
      for (const [id, { old }] of became) {
        if (schemes.has(id) || !ID.test(id)) continue; // what is no id at all is a fault of form
        const meant = meantIds.get(id);
        const advice = meant
          ? say`Write "${meant}".`
          : free.length > 0 && free.length <= 12
            ? say`Nothing is said yet of ${listAnd(free)}.`
            : say`Write the id that the scheme has there, or take the entry out.`;
        yield {
          at: old.at,
          message: say`${incorporated.called} has no scheme "${shorten(id)}". ${advice}`,
          fixes: meant
            ? [{ title: say`Write ${meant}`, safe: false, edits: [{ at: old.at, text: writeText(meant, 'flow') }] }]
            : [],
        };
      }
    }
  },
};

const ID = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
