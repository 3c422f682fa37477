/** `stop-unquantified`: a stop that lacks its amount, date, provider or method, or frees less than nothing. One finding lists what is missing. */

import type { Problem } from '../finding';
import { type Field, isOpen } from '../model/field';
import type { Stop } from '../model/items';
import { isPlain, quote } from '../syntax/tree/write-scalar';
import { listAnd, say } from '../text/say';
import { formatMoney } from '../values/money';
import type { Rule } from './shared/rule';

export const stopUnquantified: Rule = {
  id: 'stop-unquantified',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A stop has no amount, date, provider or method.',
  why: 'A saving is believed when it says how much, from when, where and how. In the first round of plans, £55m of £731m was.',
  source: 'Public Accounts Committee, Planning for the Better Care Fund, 2014-15; HSJ 2013: "a heroic undertaking"',
  answers: [{ text: 'HSJ 2013', words: 'But even if disinvestment can be achieved' }],
  about: ['absence'],
  asksFor: ['provider', 'method', 'amounts', 'from'],
  restsOn: ['stops/amounts'],
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
      const absent = missing.filter(({ key }) => !key);
      if (absent.length > 0) yield unsaid(stop, absent, stop.at);
      for (const one of missing) if (one.key) yield { ...unsaid(stop, [one], one.at), detail: one.form };
      const negative = stop.amounts.years.find(({ money }) => money.value !== undefined && money.value < 0);
      if (negative) yield belowNothing(stop, negative.year, negative.money);
    }
  },
};

/** What a stop does not say: the key as it may be written, the question that it answers, and where to point. */
interface Unsaid {
  readonly form: string;
  readonly question: string;
  /** Whether its key is there, with nothing or a placeholder after it. */
  readonly key: boolean;
  readonly at: Problem['at'];
}

function unsaid({ called }: Stop, missing: readonly Unsaid[], at: Problem['at']): Problem {
  const message = say`${called} does not say ${listAnd(missing.map(({ question }) => question))}. Add it, like ${listAnd(missing.map(({ form }) => `"${form}"`))}.`;
  return { at, message };
}

/** Some write a saving as money taken off. */
function belowNothing({ called }: Stop, year: string, { value = 0, written = '', at }: Field<number>): Problem {
  const freed = written.replace('-', '');
  return {
    at,
    message: say`${called} frees ${formatMoney(value)} in ${year}, less than nothing. Write what it frees without the minus sign, like "${freed}".`,
    fixes: [
      { title: say`Write ${freed}`, safe: false, edits: [{ at, text: isPlain(freed, 'flow') ? freed : quote(freed) }] },
    ],
    detail: 'negative',
  };
}

function missingFrom({ at, amounts, from, provider, method }: Stop): readonly Unsaid[] {
  const isFreed = amounts.spoiled || amounts.years.some(({ money }) => money.given && money.value !== 0);
  return [
    { form: 'amounts: {2018-19: £2.9m}', question: say`how much it frees`, isSaid: isFreed, at: amounts.at },
    { form: 'from: 2018-10-01', question: say`from when`, isSaid: from.given, at: from.at },
    { form: 'provider: trust', question: say`who loses the work`, isSaid: !isOpen(provider), at: provider.at },
    { form: 'method: decommission', question: say`how it is done`, isSaid: method.given, at: method.at },
  ].flatMap(({ isSaid, ...one }) => (isSaid ? [] : [{ ...one, key: one.at !== at }]));
}
