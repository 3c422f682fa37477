/** `stop-amount-unlikely`: a stop that frees more than its service spends, or so little that it pays for nothing. */

import type { Problem } from '../finding';
import { sum } from '../model/field';
import type { Stop } from '../model/items';
import type { PlanIndex } from '../model/plan-index';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import type { Rule } from './shared/rule';

export const stopAmountUnlikely: Rule = {
  id: 'stop-amount-unlikely',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A stop frees more than its service spends, or too little to pay for anything.',
  why: 'More than a service spends cannot be taken from it, and £1 only fills the place of a figure. Either way the saving will not be there.',
  source: 'HSJ 2013: "will the money to fund new services be available?"',
  options: {
    least: { default: 100, description: 'What frees less than so many pounds in every year pays for nothing.' },
  },
  restsOn: ['budget', 'budget/lines', 'budget/lines/amounts', 'budget/lines/service', 'stops/amounts', 'stops/service'],
  examples: { bad: planExample('£5m'), good: planExample('£300k') },
  *check({ plan, index, options }) {
    const spending = new Map<string, number | undefined>();
    for (const stop of plan.stops.items) {
      const problem = beyondSpending(stop, index, spending) ?? token(stop, (options['least'] ?? 0) * 100);
      if (problem) yield problem;
    }
  },
};

/** The first year in which the stop frees more than the lines of its service come to; `spending` keeps their sums. */
function beyondSpending(
  { called, service, amounts }: Stop,
  index: PlanIndex,
  spending: Map<string, number | undefined>,
): Problem | undefined {
  const name = service.value;
  if (name === undefined) return undefined;
  for (const { year, money } of amounts.years) {
    const key = `${name} ${year}`;
    if (!spending.has(key)) spending.set(key, sum(index.linesOfService(name).map(line => line.amounts.in(year))));
    const spent = spending.get(key) ?? 0;
    // A service without money in that year is not in the budget yet.
    if (money.value === undefined || spent <= 0 || money.value <= spent) continue;
    const message = say`${called} frees ${formatMoney(money.value)} in ${year}, but the budget lines of service "${name}" come to ${formatMoney(spent)}. Put right the amount, its year or the service.`;
    return { at: money.at, message };
  }
  return undefined;
}

/** Amounts in every year that pay for nothing; none at all is told as missing. */
function token({ called, amounts }: Stop, least: number): Problem | undefined {
  if (amounts.spoiled) return undefined;
  const given = amounts.years.filter(({ money }) => (money.value ?? 0) > 0);
  const [first] = given;
  if (!first || given.some(({ money }) => (money.value ?? 0) >= least)) return undefined;
  const message = say`${called} frees ${formatMoney(first.money.value ?? 0)} in ${first.year}, which pays for nothing. Write what it really frees, or take the stop out.`;
  return { at: first.money.at, message };
}

function planExample(amount: string): string {
  return `stops:
  - {id: clinic, what: Two of five clinics, service: community-health, provider: trust, method: reduce-capacity, amounts: {2017-18: ${amount}}, from: 2017-04-01, lead: a-example}
`;
}
