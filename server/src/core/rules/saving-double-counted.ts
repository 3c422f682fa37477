/**
 * `saving-double-counted`: a stop whose saving is promised to several lines, each of which it could pay for, but not for
 * all. Stops that pay for the same lines are counted together.
 */

import type { BudgetLine } from '../model/budget';
import { sum } from '../model/field';
import type { Stop } from '../model/items';
import { inOrderOfIds } from '../model/order-of-ids';
import type { PlanIndex } from '../model/plan-index';
import { listAnd, say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const savingDoubleCounted: Rule = {
  id: 'saving-double-counted',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A stop promises the same saving to several lines.',
  why: 'The same saving promised twice is a hole in the budget. Savings were the historic failure of joint plans.',
  source: 'Public Accounts Committee, Planning for the Better Care Fund, 2014-15; National Audit Office 2017',
  answers: [{ text: 'HSJ 2013', words: 'will the money to fund new services be available?' }],
  restsOn: ['budget/lines/id', 'stops/amounts', 'stops/id'],
  examples: { bad: planExample('£1.2m'), good: planExample('£2m') },
  *check({ plan, index }) {
    for (const group of groupsOf(plan.stops.items, index)) {
      const worst = worstYear(group);
      const stop = group.stops.at(-1);
      const reference = stop?.releasesTo[0];
      if (!worst || !stop || !reference) continue;
      yield {
        at: reference.at,
        message: say`${balance(group.stops, worst)} Pay for the other ${formatMoney(worst.cost - worst.freed)} from something else: take a line out of "releases_to", or split it.`,
        related: group.lines.slice(0, 10).map(({ title, id, amounts, at }) => ({
          at: amounts.years.find(({ year }) => year === worst.year)?.money.at ?? at,
          message: say`${quotedName({ id, name: title })} in ${worst.year}`,
        })),
      };
    }
  },
};

/** Stops and the lines that they pay for, apart from all others. */
interface Group {
  readonly stops: readonly Stop[];
  readonly lines: readonly BudgetLine[];
}

function groupsOf(stops: readonly Stop[], index: PlanIndex): readonly Group[] {
  const groupOfLine = new Map<BudgetLine, { stops: Stop[]; lines: Set<BudgetLine> }>();
  for (const stop of stops) {
    const merged = { stops: [stop], lines: new Set(stop.releasesTo.flatMap(line => index.line(line) ?? [])) };
    for (const other of new Set([...merged.lines].flatMap(line => groupOfLine.get(line) ?? []))) {
      merged.stops.unshift(...other.stops);
      for (const line of other.lines) merged.lines.add(line);
    }
    for (const line of merged.lines) groupOfLine.set(line, merged);
  }
  // A group is told of at the same stop, however the author orders them.
  return [...new Set(groupOfLine.values())].map(({ stops: own, lines }) => ({
    stops: inOrderOfIds(own),
    lines: [...lines],
  }));
}

interface YearOfSaving {
  readonly year: string;
  readonly freed: number;
  readonly cost: number;
}

function balance(stops: readonly Stop[], { year, freed, cost }: YearOfSaving): string {
  const names = listAnd(stops.map(({ id, what }) => quotedName({ id, name: what })));
  return stops.length === 1
    ? say`Stop ${names} frees ${formatMoney(freed)} in ${year}, but what it pays for costs ${formatMoney(cost)}.`
    : say`Stops ${names} free ${formatMoney(freed)} in ${year}, but what they pay for costs ${formatMoney(cost)}.`;
}

/** The year in which most is paid for beyond what is freed, among those for which the stops give an amount. */
function worstYear({ stops, lines }: Group): YearOfSaving | undefined {
  let worst: YearOfSaving | undefined;
  for (const year of new Set(stops.flatMap(({ amounts }) => amounts.years.map(amount => amount.year)))) {
    const freed = sum(stops.map(({ amounts }) => amounts.in(year)));
    const cost = lines.reduce((known, { amounts }) => known + (amounts.in(year) ?? 0), 0);
    if (freed === undefined || cost <= freed) continue;
    // It may help to pay for a line that is larger than all that it frees.
    if (lines.some(({ amounts }) => (amounts.in(year) ?? 0) > freed)) continue;
    if (!worst || cost - freed > worst.cost - worst.freed) worst = { year, freed, cost };
  }
  return worst;
}

function planExample(freed: string): string {
  return `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £2m, 2018-19: £2m, 2019-20: £2m}}
  lines:
    - {id: falls, title: Falls response, service: community-health, scheme: falls-response, lead: a-example, funded_by: ccg-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.2m, 2019-20: £1.2m}}
    - {id: nights, title: Night sitting, service: community-health, lead: a-example, funded_by: ccg-minimum, amounts: {2017-18: £800k, 2018-19: £800k, 2019-20: £800k}}
stops:
  - {id: ward, what: One ward of 20 beds, service: acute, provider: trust, method: decommission, amounts: {2017-18: ${freed}}, from: 2017-04-01, lead: a-example, releases_to: [falls, nights]}
`;
}
