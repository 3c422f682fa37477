/** Money under the cursor: what share it is of what, and the totals of the sections that hold money. */
import type { Analysis } from '../analysis';
import { readBudgetLine, readContribution, readFund } from '../model/budget';
import { type Field, sum } from '../model/field';
import { readScheme } from '../model/items';
import { formatMoney, readMoney } from '../model/money';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import type { Definition } from '../schema/references';
import type { Hover } from './hover';
import type { ShapedNode } from './nodes-at';

/** Totals on `lines`, `contributions`, `budget`, a service, a fund and a year; share and words on an amount. */
export function hoverMoney(analysis: Analysis, nodes: readonly ShapedNode[]): Hover | undefined {
  const { document, index } = analysis;
  const found = nodes.at(-1);
  if (document?.kind !== 'one-plan' || !index || found?.node.kind !== 'scalar') return undefined;
  const { node, entry, isKey, shape } = found;
  if (isKey) {
    const lines = totals(document, index, node.text, nodes);
    return lines.length > 0 ? { at: node, title: node.text, lines } : undefined;
  }
  if (shape?.schema['x-form'] !== 'money') return undefined;
  const reading = readMoney(node.text);
  if (!('pence' in reading)) return undefined;
  return {
    at: node,
    title: formatMoney(reading.pence),
    lines: [inWords(reading.pence), ...share(document, index, reading.pence, entry?.key.text)],
  };
}

/** What the items behind ids cost: lines and contributions by year, schemes and funds by their lines. */
export function moneyLinesOf({ document, index }: Analysis, { kind, item }: Definition): readonly string[] {
  if (document?.kind !== 'one-plan' || !index) return [];
  const of = (total: (year: string) => number | undefined) => yearLines(document, total);
  switch (kind) {
    case 'line': {
      const { amounts } = readBudgetLine(item);
      return of(year => amounts.in(year));
    }
    case 'contribution': {
      const { amounts } = readContribution(item);
      return of(year => amounts.in(year));
    }
    case 'scheme': {
      const scheme = readScheme(item);
      return of(year => index.moneyOfScheme(scheme, year));
    }
    case 'fund': {
      const { id } = readFund(item);
      return of(year => linesOfFund(document, id, year));
    }
    default:
      return [];
  }
}

function totals(plan: Plan, index: PlanIndex, key: string, nodes: readonly ShapedNode[]): readonly string[] {
  if (key === 'lines') return yearLines(plan, year => index.budgetOf(year));
  if (key === 'contributions') return yearLines(plan, year => index.contributionsOf(year));
  if (key === 'budget') {
    return plan.years.flatMap(year => {
      const held = index.contributionsOf(year);
      const spent = index.budgetOf(year);
      if (held === undefined || spent === undefined) return [];
      const rest = held - spent;
      const balance =
        rest === 0
          ? 'in balance'
          : rest > 0
            ? `${formatMoney(rest)} not yet in a line`
            : `${formatMoney(-rest)} more than is put in`;
      return [`${year}: contributions ${formatMoney(held)}, lines ${formatMoney(spent)}, ${balance}`];
    });
  }
  if (nodes[1]?.entry?.key.text === 'services' && nodes.length === 3) {
    return yearLines(plan, year => sum(index.linesOfService(key).map(line => line.amounts.in(year))));
  }
  return [];
}

function linesOfFund(plan: Plan, id: Field<string>, year: string): number | undefined {
  return sum(plan.budget.lines.items.filter(line => line.fund.value === id.value).map(line => line.amounts.in(year)));
}

function yearLines(plan: Plan, total: (year: string) => number | undefined): readonly string[] {
  const years = plan.years.map(year => ({ year, pence: total(year) }));
  const lines = years.flatMap(({ year, pence }) => (pence === undefined ? [] : [`${year}: ${formatMoney(pence)}`]));
  const all = sum(years.map(({ pence }) => pence));
  return all === undefined || lines.length < 2 ? lines : [...lines, `All years: ${formatMoney(all)}`];
}

function share(plan: Plan, index: PlanIndex, pence: number, year: string | undefined): readonly string[] {
  if (year === undefined || !plan.years.includes(year)) return [];
  const budget = index.budgetOf(year);
  if (!budget || pence < 0 || pence > budget) return [];
  const percent = (pence / budget) * 100;
  return [
    `${percent >= 10 ? percent.toFixed(0) : percent.toFixed(1)} % of the budget of ${formatMoney(budget)} in ${year}`,
  ];
}

/** "1 million 250 thousand pounds": a check by eye on noughts. */
function inWords(pence: number): string {
  const size = Math.abs(pence);
  const pounds = Math.floor(size / 100);
  const parts = [
    [Math.floor(pounds / 1e9), 'billion'],
    [Math.floor(pounds / 1e6) % 1000, 'million'],
    [Math.floor(pounds / 1e3) % 1000, 'thousand'],
    [pounds % 1000, ''],
  ] as const;
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => (unit === '' ? String(number) : `${number} ${unit}`));
  const rest = size % 100 === 0 ? '' : ` and ${size % 100} pence`;
  return `${pence < 0 ? 'minus ' : ''}${words.length === 0 ? '0' : words.join(' ')} ${pounds === 1 ? 'pound' : 'pounds'}${rest}`;
}
