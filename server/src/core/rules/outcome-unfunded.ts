/** `outcome-unfunded`: an outcome on which no scheme works. */
import { say } from '../text/say';
import { idsOf, namedBy } from './shared/named-by';
import type { Rule } from './shared/rule';

export const outcomeUnfunded: Rule = {
  id: 'outcome-unfunded',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'No scheme works on an outcome.',
  why: 'An outcome that no scheme names has no money behind it: it is a hope.',
  source: "Humphries 2015, HSJ; King's Fund, Options for integrated commissioning: Beyond Barker (2015)",
  answers: [
    {
      text: 'HSJ 2015',
      words:
        'Local partners would be expected to agree which option would work best for them in achieving those outcomes',
    },
  ],
  restsOn: ['outcomes/id'],
  examples: {
    bad: 'outcomes:\n  - {id: feel-safe, framework: ASCOF, edition: 2017-18, code: 4A, name: People who feel safe, lead: a-example}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, outcomes: [feel-safe]}\noutcomes:\n  - {id: feel-safe, framework: ASCOF, edition: 2017-18, code: 4A, name: People who feel safe, lead: a-example}\n',
  },
  *check({ plan }) {
    if (plan.schemes.unread) return;
    const references = plan.schemes.items.flatMap(scheme => scheme.outcomes);
    const worked = namedBy(references, idsOf(plan.outcomes.items));
    for (const { id, called, at } of plan.outcomes.items) {
      if (id.value === undefined || worked.has(id.value)) continue;
      yield {
        at,
        message: say`No scheme works on ${lowerFirst(called)}. Name it under "outcomes" of a scheme that does, like "outcomes: [${id.value}]", or take it out.`,
      };
    }
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
