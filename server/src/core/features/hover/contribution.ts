/** What the budget lines take of a contribution, and what it leaves: of the money and of the required minimum. */
import type { Analysis } from '../../analysis';
import { type Contribution, readContribution } from '../../model/budget';
import { sum } from '../../model/field';
import type { MapNode } from '../../syntax/tree/node';
import { listAnd, say } from '../../text/say';
import { formatMoney } from '../../values/money';
import type { Fact } from '../shared/fact';
import { perAnalysis } from '../shared/per-analysis';

/** Of one year's amount: what the lines take, what is left of it, how it stands to the required minimum. */
export function factsOfContribution(analysis: Analysis, item: MapNode, year: string): readonly Fact[] {
  const { amounts, minimum, id } = readContribution(item);
  const held = amounts.in(year);
  const taken = takenOf(analysis, id.value, year);
  if (held === undefined) return [];
  const least = minimum.has(year) ? minimum.in(year) : undefined;
  return [
    ...(taken === undefined
      ? []
      : [
          { label: say`Taken by budget lines`, value: formatMoney(taken) },
          ...(taken > held ? [{ label: say`Too much by`, value: formatMoney(taken - held) }] : []),
          ...(taken < held ? [{ label: say`Left`, value: formatMoney(held - taken) }] : []),
        ]),
    ...(least === undefined
      ? []
      : [
          {
            label: say`Required minimum`,
            value:
              held < least
                ? say`${formatMoney(least)}: ${formatMoney(least - held)} more is needed`
                : say`${formatMoney(least)}: kept, with ${formatMoney(held - least)} above it`,
          },
        ]),
  ];
}

/** What is left of the contribution over the years of the plan; nothing where not one line names it. */
export function leftOfContribution(analysis: Analysis, { amounts, id }: Contribution): readonly Fact[] {
  const { document } = analysis;
  if (document?.kind !== 'one-plan') return [];
  const uneven = document.years.flatMap(year => {
    const held = amounts.has(year) ? amounts.in(year) : undefined;
    const taken = takenOf(analysis, id.value, year);
    if (held === undefined || taken === undefined || held === taken) return [];
    const left = held - taken;
    return [left > 0 ? say`${formatMoney(left)} in ${year}` : say`${formatMoney(-left)} too little in ${year}`];
  });
  return uneven.length === 0 ? [] : [{ label: say`Left by the budget lines`, value: listAnd(uneven) }];
}

/** Pence of the contribution that lines take in a year; `undefined` where none does, or an amount cannot be read. */
function takenOf(analysis: Analysis, id: string | undefined, year: string): number | undefined {
  const takers = takersByContribution(analysis).get(id ?? '');
  const taken = takers && sum(takers.map(taker => taker(year)));
  // Shares may have parts of a penny; together they are whole.
  return taken === undefined ? undefined : Math.round(taken);
}

type Taker = (year: string) => number | undefined;

const takersByContribution = perAnalysis(({ document }): ReadonlyMap<string, readonly Taker[]> => {
  const takers = new Map<string, Taker[]>();
  for (const { fundedBy, amounts } of document?.kind === 'one-plan' ? document.budget.lines.items : []) {
    for (const { contribution, percent } of fundedBy.shares) {
      const of: Taker = year => {
        const pence = amounts.has(year) ? amounts.in(year) : 0;
        return pence === undefined || percent === undefined ? undefined : (pence / 100) * percent;
      };
      const id = contribution.value ?? '';
      const known = takers.get(id);
      if (known) known.push(of);
      else takers.set(id, [of]);
    }
  }
  return takers;
});
