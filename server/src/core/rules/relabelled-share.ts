/** `relabelled-share`: most of the money for schemes goes on as before. */

import { sumOf } from '../model/field';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import type { Rule } from './shared/rule';
import { schemesMeant } from './shared/schemes-meant';

export const relabelledShare: Rule = {
  id: 'relabelled-share',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'More than 80 per cent of the money for schemes is neither new nor changed.',
  why: 'A plan whose schemes nearly all go on as before has joined labels, not services.',
  source: 'HSJ 2013: attaching an "integration" label to as many existing projects as possible',
  answers: [
    { text: 'HSJ 2013', words: 'attaching an “integration” label to as many existing projects as possible' },
    { text: 'Health MJ 2017', words: 'the Better Care Fund has had little or no impact' },
  ],
  options: { percent: { default: 80, description: 'Up to how many per cent of scheme money may go on as before.' } },
  restsOn: [
    'budget',
    'budget/lines',
    'budget/lines/amounts',
    'budget/lines/scheme',
    'period',
    'period/from',
    'period/to',
    'schemes/id',
    'schemes/novelty',
  ],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: changed, what_changes: One team in place of three}\n',
  },
  *check(context) {
    const { plan, index, options } = context;
    const percent = options['percent'] ?? 0;
    const schemeOf = schemesMeant(context);
    let asBefore = 0;
    // The money of a line whose scheme nobody can tell may be for something new.
    const paying = plan.budget.lines.items.filter(({ scheme }) => scheme.value !== undefined);
    const all = sumOf(paying, ({ scheme, amounts }) => {
      const money = index.overPeriod(amounts);
      if (schemeOf(scheme)?.novelty.value === 'existing') asBefore += money ?? 0;
      return money;
    });
    if (all === undefined || all <= 0 || asBefore * 100 <= all * percent) return;
    yield {
      at: plan.schemes.at,
      message: say`${Math.floor((asBefore * 100) / all)}% of the money for schemes, ${formatMoney(asBefore)} of ${formatMoney(all)}, goes on as before. Say what changes in these schemes ("novelty: changed"), or put more of it into new ones.`,
    };
  },
};
