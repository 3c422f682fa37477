/** `change-not-described`: a scheme that is said to change, and the plan does not say how. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const changeNotDescribed: Rule = {
  id: 'change-not-described',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A scheme is called changed, and the plan does not say what changes.',
  why: 'A service that is called changed and does what it always did has a new label and nothing else.',
  source: 'HSJ 2013: attaching an "integration" label to as many existing projects as possible',
  about: ['absence'],
  asksFor: ['what_changes'],
  restsOn: ['schemes/novelty'],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: changed}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: changed, what_changes: One team in place of three}\n',
  },
  *check({ plan }) {
    for (const { called, novelty, whatChanges } of plan.schemes.items) {
      if (novelty.value !== 'changed' || whatChanges.given) continue;
      yield {
        at: whatChanges.key ?? novelty.at,
        message: say`${called} is called changed, but the plan does not say what changes. Add it, like "what_changes: One team in place of three", or write "novelty: existing".`,
      };
    }
  },
};
