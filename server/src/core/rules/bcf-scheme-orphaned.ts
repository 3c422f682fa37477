/** `bcf-scheme-orphaned`: a scheme of an old plan that is neither carried on nor stopped. */

import type { Problem } from '../finding';
import { say } from '../text/say';
import { lowerFirst } from '../text/words';
import { type IncorporatedSchemes, incorporatedPlans, meantScheme } from './shared/incorporated-plans';
import { oldPlanExample } from './shared/old-plan-example';
import type { Rule } from './shared/rule';

export const bcfSchemeOrphaned: Rule = {
  id: 'bcf-scheme-orphaned',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A scheme of an old plan is neither carried on nor stopped.',
  why: 'One plan takes the place of the old ones only when it says of each of their schemes what became of it. One that is not mentioned goes on without a plan.',
  source:
    'Humphries 2015, HSJ: "Local plans should bring together existing better care fund plans – so there is one plan"',
  answers: [{ text: 'HSJ 2015', words: 'Local plans should bring together existing better care fund plans' }],
  about: ['statement'],
  restsOn: ['incorporates/plan', 'incorporates/schemes'],
  examples: {
    bad: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response}}\n',
    good: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response, NY-04: {stopped: Fewer than ten people came, on: 2017-03-31}}}\n',
    files: oldPlanExample,
  },
  *check(context) {
    for (const found of incorporatedPlans(context)) yield* orphansOf(found);
  },
};

function* orphansOf({ incorporated, uri, schemes, became }: IncorporatedSchemes): Iterable<Problem> {
  const forgotten = [...schemes.values()].filter(({ id }) => id.value !== undefined && !became.has(id.value));
  if (became.size === 0 && forgotten.length > 0) {
    yield {
      at: incorporated.plan.at,
      message:
        forgotten.length === 1
          ? say`${incorporated.called} has 1 scheme, and this plan does not say what became of it. Add "schemes" with the id of each and the scheme that carries it on, like "NY-03: falls-response".`
          : say`${incorporated.called} has ${forgotten.length} schemes, and this plan does not say what became of them. Add "schemes" with the id of each and the scheme that carries it on, like "NY-03: falls-response".`,
      related: forgotten.slice(0, 10).map(({ called, at }) => ({ at, message: say`${called} of the old plan`, uri })),
    };
    return;
  }
  // A mistyped id is bcf-scheme-unknown's: the scheme that it means is not forgotten.
  const unknown = [...became.keys()].filter(id => !schemes.has(id));
  const meant = new Set(unknown.map(id => meantScheme(id, schemes.values())));
  for (const { id, called, at } of forgotten) {
    if (id.value === undefined || meant.has(id.value)) continue;
    yield {
      at: incorporated.plan.at,
      message: say`${called} (${id.value}) of ${lowerFirst(incorporated.called)} is neither carried on nor stopped. Add "${id.value}" under "schemes" with the scheme that carries it on, or with "{stopped: the reason, on: 2017-03-31}".`,
      related: [{ at, message: say`${called} of the old plan`, uri }],
      detail: id.value,
    };
  }
  for (const [id, { at, scheme, stopped, old }] of became) {
    const known = schemes.get(id);
    if (!known || scheme || stopped || at !== old.at) continue;
    yield {
      at: old.at,
      message: say`Nothing is said of what became of ${lowerFirst(known.called)} (${id}). Write the id of the scheme that carries it on, or "{stopped: the reason, on: 2017-03-31}".`,
      related: [{ at: known.at, message: say`${known.called} of the old plan`, uri }],
    };
  }
}
