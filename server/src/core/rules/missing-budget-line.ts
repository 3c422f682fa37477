/** `missing-budget-line`: a scheme, or a service in scope, for which the budget has no line. */
import { say } from '../text/say';
import { mistyped } from './mistyped';
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
    const { lines } = plan.budget;
    if (lines.unread) return;
    const schemes = plan.schemes.items;
    let meantSchemes: ReadonlySet<string> | undefined;
    for (const { id, called, at } of schemes) {
      if (id.value === undefined || index.linesOfScheme(id.value).length > 0) continue;
      meantSchemes ??= mistyped(
        lines.items.map(line => line.scheme.value),
        schemes.map(scheme => ({ word: scheme.id.value, name: scheme.name.value })),
      );
      if (meantSchemes.has(id.value)) continue;
      yield {
        at,
        message: say`${called} has no budget line. Add a line under "budget" with "scheme: ${id.value}" and its amounts, or take the scheme out.`,
      };
    }
    const services = plan.services.scopes;
    let meantServices: ReadonlySet<string> | undefined;
    for (const { name, inScope, at } of services) {
      if (inScope.value !== true || index.linesOfService(name).length > 0) continue;
      meantServices ??= mistyped(
        lines.items.map(line => line.service.value),
        services.map(service => ({ word: service.name })),
      );
      if (meantServices.has(name)) continue;
      yield {
        at,
        message: say`Service "${name}" is in scope but has no budget line. Add a line under "budget" with "service: ${name}" and its amounts.`,
      };
    }
  },
};
