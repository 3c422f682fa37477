/** `stop-unquantified`: a stop that lacks its amount, date, provider or method. One finding lists what is missing. */

import type { Stop } from '../model/items';
import { say } from '../text/say';
import { listOf } from '../text/words';
import type { Rule } from './rule';

export const stopUnquantified: Rule = {
  id: 'stop-unquantified',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A stop has no amount, date, provider or method.',
  why: 'A saving is believed when it says how much, from when, where and how. In the first round of plans, £55m of £731m was.',
  source: 'Public Accounts Committee, Planning for the Better Care Fund, 2014-15; HSJ 2013: "a heroic undertaking"',
  answers: [{ text: 'HSJ 2013', words: 'But even if disinvestment can be achieved' }],
  examples: {
    bad: `stops:
  - {id: hospital, what: Reduce hospital activity, service: acute, lead: a-example}
`,
    good: `stops:
  - {id: hospital, what: One ward of 28 beds, service: acute, provider: trust, method: decommission, amounts: {2018-19: £2.9m}, from: 2018-10-01, lead: a-example}
`,
  },
  *check({ plan }) {
    for (const stop of plan.stops.items) {
      const missing = missingFrom(stop);
      if (missing.length === 0) continue;
      yield {
        at: stop.at,
        message: say`${stop.called} does not say ${listOf(missing.map(([, question]) => question))}. Add it, like ${listOf(missing.map(([form]) => `"${form}"`))}.`,
      };
    }
  },
};

/** What a stop lacks: the key as it may be written, and the question that it answers. */
function missingFrom(stop: Stop): readonly (readonly [string, string])[] {
  const freed = stop.amounts.spoiled || stop.amounts.years.some(({ money }) => money.given);
  return [
    ...(freed ? [] : [['amounts: {2018-19: £2.9m}', say`how much it frees`] as const]),
    ...(stop.from.given ? [] : [['from: 2018-10-01', say`from when`] as const]),
    ...(stop.provider.given ? [] : [[say`provider: trust`, say`who loses the work`] as const]),
    ...(stop.method.given ? [] : [[say`method: decommission`, say`how it is done`] as const]),
  ];
}
