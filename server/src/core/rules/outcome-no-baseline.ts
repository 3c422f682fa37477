/** `outcome-no-baseline`: an outcome that does not say where it starts: a value, its period and its source. */

import { isOpen } from '../model/field';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const outcomeNoBaseline: Rule = {
  id: 'outcome-no-baseline',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'An outcome has no baseline, or its baseline lacks the value, the period or the source.',
  why: 'A target says nothing while nobody knows where the place stands today. Savings promised without a baseline were the ones that did not come.',
  source: 'Public Accounts Committee, Planning for the Better Care Fund (2014-15)',
  answers: [
    {
      text: 'HSJ 2015',
      words:
        'The starting point for this should be to focus on the outcomes of integrated care through a new, single national outcomes framework',
    },
  ],
  about: ['absence'],
  asksFor: ['baseline', 'value', 'period', 'source'],
  examples: {
    bad: 'outcomes:\n  - {id: feel-safe, framework: ASCOF, edition: 2017-18, code: 4A, name: People who feel safe, lead: a-example, targets: {2018-19: 72}}\n',
    good: 'outcomes:\n  - {id: feel-safe, framework: ASCOF, edition: 2017-18, code: 4A, name: People who feel safe, lead: a-example, baseline: {value: 69.5, period: 2016-17, source: Adult social care survey}, targets: {2018-19: 72}}\n',
  },
  *check({ plan }) {
    for (const { called, node, baseline } of plan.outcomes.items) {
      // A baseline that is a single value is a fault of its own.
      if (baseline.given && node.get('baseline')?.kind !== 'map') continue;
      const { value, period, source } = baseline;
      const texts = { period, source };
      for (const [key, field] of Object.entries(texts)) {
        if (!field.given || !isOpen(field)) continue;
        yield {
          at: field.at,
          message: say`${called} has "${shorten(field.written ?? '')}" where the ${key} of its baseline belongs. Say where the measure stands today, like "baseline: {value: 612, period: 2016-17, source: NHS Digital}".`,
          detail: key,
        };
      }
      const missing = Object.entries({ value, ...texts }).flatMap(([key, field]) => (field.given ? [] : [key]));
      if (missing.length === 0) continue;
      yield {
        at: baseline.at,
        message: baseline.given
          ? say`${called} has a baseline without its ${listAnd(missing)}. Say where the measure stands today, like "baseline: {value: 612, period: 2016-17, source: NHS Digital}".`
          : say`${called} has no baseline. Say where the measure stands today, like "baseline: {value: 612, period: 2016-17, source: NHS Digital}".`,
      };
    }
  },
};
