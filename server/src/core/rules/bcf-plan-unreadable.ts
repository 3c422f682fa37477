/** `bcf-plan-unreadable`: the file of an old plan is not there, or cannot be read as one. */
import { say } from '../text/say';
import { shorten } from '../text/words';
import { oldPlanExample } from './shared/old-plan-example';
import type { Rule } from './shared/rule';

export const bcfPlanUnreadable: Rule = {
  id: 'bcf-plan-unreadable',
  severity: { writing: 'error', agreed: 'error' },
  summary: 'The file of an old plan that is brought in is not there, or cannot be read.',
  why: 'Whether every old scheme is carried on or stopped can be told only from the old plan itself.',
  source: 'Humphries 2015, HSJ: "Local plans should bring together existing better care fund plans"',
  answers: [{ text: 'HSJ 2015', words: 'Local plans should bring together existing better care fund plans' }],
  examples: {
    bad: 'incorporates:\n  - {plan: bcf-2015-16.plan.yaml, schemes: {NY-03: falls-response}}\n',
    good: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response}}\n',
    files: oldPlanExample,
  },
  *check({ plan, workspace }) {
    for (const { plan: path } of plan.incorporates.items) {
      if (path.value === undefined) continue;
      const found = workspace.incorporated(path.value);
      if (found.state === 'read') continue;
      yield {
        at: path.at,
        message: say`The file "${shorten(path.value)}" ${found.why}. Put the path right, counted from the folder of this plan, or put right the file.`,
        detail: path.value,
      };
    }
  },
};
