/** `missing-budget-line`: a scheme, or a service in scope, for which the budget has no line. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';
import { schemesWithoutLines, servicesWithoutLines } from './shared/without-lines';

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
  restsOn: ['schemes/id', 'services/*/in_scope'],
  examples: {
    bad: 'schemes:\n  - {id: night-sitting, name: Night sitting service, lead: a-example, novelty: new}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
  },
  *check({ plan, index }) {
    for (const { id, called, at } of schemesWithoutLines(plan, index)) {
      yield {
        at,
        message: say`${called} has no budget line. Add a line under "budget" with "scheme: ${id.value}" and its amounts, or take the scheme out.`,
      };
    }
    for (const { name, at } of servicesWithoutLines(plan, index)) {
      yield {
        at,
        message: say`Service "${name}" is in scope but has no budget line. Add a line under "budget" with "service: ${name}" and its amounts.`,
      };
    }
  },
};
