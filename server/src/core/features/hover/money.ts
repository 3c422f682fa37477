/** Money under the cursor: what share it is of what, and the totals of the sections that hold money. */

import type { Analysis } from '../../analysis';
import type { ShapedNode } from '../../cursor/nodes-at';
import { readBudgetLine, readContribution, readFund } from '../../model/budget';
import { type Amounts, sum } from '../../model/field';
import { readScheme, readStop } from '../../model/items';
import type { Plan } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import type { Definition } from '../../schema/references';
import type { MapNode } from '../../syntax/tree/node';
import { say } from '../../text/say';
import { formatMoney, readMoney } from '../../values/money';
import type { Fact } from '../shared/fact';
import { linesByFund } from '../shared/lines-of-fund';
import { factsOfContribution, leftOfContribution } from './contribution';
import { factsPart, type Hover, textPart } from './hover-part';

/** An amount: in words, as a check on noughts by eye, and as a share of the year's budget. */
export function hoverMoney(analysis: Analysis, nodes: readonly ShapedNode[]): Hover | undefined {
  const found = nodes.at(-1);
  if (found?.node.kind !== 'scalar' || found.shape?.schema['x-form'] !== 'money') return undefined;
  const reading = readMoney(found.node.text);
  if (!('pence' in reading)) return undefined;
  return {
    at: found.node,
    title: formatMoney(reading.pence),
    parts: [
      ...textPart(inWords(reading.pence)),
      ...factsPart([...shareFacts(analysis, reading.pence, nodes), ...contributionFacts(analysis, nodes)]),
    ],
  };
}

/** What the items behind ids cost: lines and contributions by year, schemes and funds by their lines. */
export function moneyOf(analysis: Analysis, { kind, item }: Definition): readonly Fact[] {
  const { document, index } = analysis;
  if (document?.kind !== 'one-plan' || !index) return [];
  const given = (amounts: Amounts) => byYear(document, year => (amounts.has(year) ? amounts.in(year) : undefined));
  switch (kind) {
    case 'line':
      return given(readBudgetLine(item).amounts);
    case 'contribution': {
      const contribution = readContribution(item);
      return [...given(contribution.amounts), ...leftOfContribution(analysis, contribution)];
    }
    case 'stop':
      return given(readStop(item).amounts);
    case 'scheme': {
      const scheme = readScheme(item);
      const lines = index.linesOfScheme(scheme.id.value);
      return lines.length === 0 ? [] : byYear(document, year => index.moneyOfScheme(scheme, year));
    }
    case 'fund':
      return moneyOfFund(analysis, document, readFund(item).id.value);
    case 'partner':
      return byYear(document, year => contributedBy(document, item, year));
    default:
      return [];
  }
}

/** Totals of what stands under a key: the budget, its lists, a service. */
export function totalsUnder(analysis: Analysis, nodes: readonly ShapedNode[], key: string): readonly Fact[] {
  const { document, index } = analysis;
  if (document?.kind !== 'one-plan' || !index) return [];
  const path = nodes.slice(1).flatMap(({ entry }) => (entry ? [entry.key.text] : []));
  switch (path.join('/')) {
    case 'budget':
      return document.years
        .map(year => ({ label: year, value: balanceIn(index, year) }))
        .filter(fact => fact.value !== '');
    case 'budget/lines':
      return byYear(document, year => index.budgetOf(year));
    case 'budget/contributions':
      return byYear(document, year => index.contributionsOf(year));
    case 'budget/funds':
      return document.budget.funds.items.flatMap(fund => {
        const total = moneyOfFund(analysis, document, fund.id.value).at(-1);
        return total ? [{ label: fund.called, value: total.value }] : [];
      });
    case `services/${key}`:
      return totalsOfService(document, index, key);
    default:
      return [];
  }
}

function totalsOfService(plan: Plan, index: PlanIndex, name: string): readonly Fact[] {
  const lines = index.linesOfService(name);
  return lines.length === 0 ? [] : byYear(plan, year => sum(lines.map(line => line.amounts.in(year))));
}

/** What the plan holds and spends in a year. */
export function yearFacts({ document, index }: Analysis, year: string): readonly Fact[] {
  if (document?.kind !== 'one-plan' || !index || !document.years.includes(year)) return [];
  const balance = balanceIn(index, year);
  return balance === '' ? [] : [{ label: say`The budget`, value: balance }];
}

/** "contributions £3m, lines £2.9m, £100,000 not yet in a line"; "" where an amount cannot be read. */
function balanceIn(index: PlanIndex, year: string): string {
  const held = index.contributionsOf(year);
  const spent = index.budgetOf(year);
  if (held === undefined || spent === undefined) return '';
  const left = held - spent;
  const balance =
    left === 0
      ? say`in balance`
      : left > 0
        ? say`${formatMoney(left)} not yet in a line`
        : say`${formatMoney(-left)} short`;
  return say`contributions ${formatMoney(held)}, lines ${formatMoney(spent)}, ${balance}`;
}

function moneyOfFund(analysis: Analysis, plan: Plan, id: string | undefined): readonly Fact[] {
  const lines = linesByFund(analysis).get(id ?? '') ?? [];
  return lines.length === 0 ? [] : byYear(plan, year => sum(lines.map(line => line.amounts.in(year))));
}

function contributedBy({ budget }: Plan, partner: MapNode, year: string): number | undefined {
  const id = partner.get('id');
  const own = budget.contributions.items.filter(({ partner: by }) => id?.kind === 'scalar' && by.value === id.text);
  return own.length === 0 ? undefined : sum(own.map(({ amounts }) => amounts.in(year)));
}

/** Pence by year of the plan, and over all of them where there are several. */
function byYear(plan: Plan, pence: (year: string) => number | undefined): readonly Fact[] {
  const years = plan.years.map(year => ({ year, pence: pence(year) }));
  const facts = years.flatMap(({ year, pence: known }) =>
    known === undefined ? [] : [{ label: year, value: formatMoney(known) }],
  );
  const all = sum(years.map(year => year.pence));
  return all === undefined || facts.length < 2 ? facts : [...facts, { label: say`All years`, value: formatMoney(all) }];
}

/** What share of the year's budget, of the year's contributions, of the line's or contribution's own sum it is. */
function shareFacts({ document, index }: Analysis, pence: number, nodes: readonly ShapedNode[]): readonly Fact[] {
  const year = nodes.at(-1)?.entry?.key.text;
  if (document?.kind !== 'one-plan' || !index || year === undefined || !document.years.includes(year)) return [];
  const kind = nodes.findLast(({ shape }) => shape?.schema['x-kind'] !== undefined)?.shape?.schema['x-kind'];
  const contributed = kind === 'contribution';
  // The minimum of a contribution is no money that comes in.
  if (contributed && keyAround(nodes) !== 'amounts') return [];
  const whole = contributed ? index.contributionsOf(year) : index.budgetOf(year);
  if (!whole || pence < 0 || pence > whole || (!contributed && kind !== 'line' && kind !== 'stop')) return [];
  const percent = (pence / whole) * 100;
  const share = `${percent >= 10 ? percent.toFixed(0) : percent.toFixed(1)}%`;
  return [
    {
      label: contributed ? say`Share of all contributions in ${year}` : say`Share of the budget of ${year}`,
      value: say`${share} of ${formatMoney(whole)}`,
    },
  ];
}

/** What the lines leave of a contribution's amount, and how it stands to the minimum. */
function contributionFacts(analysis: Analysis, nodes: readonly ShapedNode[]): readonly Fact[] {
  const item = nodes.findLast(({ shape }) => shape?.def === 'contribution')?.node;
  const year = nodes.at(-1)?.entry?.key.text;
  if (item?.kind !== 'map' || year === undefined || keyAround(nodes) !== 'amounts') return [];
  return factsOfContribution(analysis, item, year);
}

/** The key under which the years stand. */
function keyAround(nodes: readonly ShapedNode[]): string | undefined {
  return nodes.at(-2)?.entry?.key.text;
}

/** "1 million 250 thousand pounds". */
function inWords(pence: number): string {
  const size = Math.abs(pence);
  const pounds = Math.floor(size / 100);
  const parts = [
    [Math.floor(pounds / 1e9), say`billion`],
    [Math.floor(pounds / 1e6) % 1000, say`million`],
    [Math.floor(pounds / 1e3) % 1000, say`thousand`],
    [pounds % 1000, ''],
  ] as const;
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => (unit === '' ? String(number) : `${number} ${unit}`));
  const rest = size % 100 === 0 ? '' : say` and ${size % 100} pence`;
  const amount = `${words.length === 0 ? '0' : words.join(' ')} ${pounds === 1 ? say`pound` : say`pounds`}${rest}`;
  return pence < 0 ? say`Minus ${amount}` : amount;
}
