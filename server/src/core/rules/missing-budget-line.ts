/** `missing-budget-line`: a scheme, or a service in scope, for which the budget has no line. */
import type { Rule } from './rule';

export const missingBudgetLine: Rule = {
  id: 'missing-budget-line',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A scheme, or a service in scope, has no budget line.',
  why: 'The single budget is to hold all spending on the services in scope. A scheme without money is a wish.',
  source:
    'Humphries 2015, HSJ: "The single budget should include all spending"; The Lowdown 2022: "simply empty words"',
  answers: [
    { text: 'HSJ 2015', words: 'The single budget should include all spending' },
    {
      text: 'Lowdown 2022',
      words: 'without financial resources its various vague ideas and promises are simply empty words',
    },
  ],
  examples: {
    bad: 'schemes:\n  - {id: night-sitting, name: Night sitting service, lead: a-example, novelty: new}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
  },
  *check({ plan, index }) {
    for (const scheme of plan.schemes.items) {
      if (scheme.id.value === undefined || index.linesOfScheme(scheme.id.value).length > 0) continue;
      yield {
        at: scheme.at,
        message: `${scheme.called} has no budget line. Add a line under "budget" with "scheme: ${scheme.id.value}" and its amounts, or take the scheme out.`,
      };
    }
    for (const service of plan.services.scopes) {
      if (service.inScope.value !== true || index.linesOfService(service.name).length > 0) continue;
      yield {
        at: service.at,
        message: `Service "${service.name}" is in scope but has no budget line. Add a line under "budget" with "service: ${service.name}" and its amounts.`,
      };
    }
  },
};
