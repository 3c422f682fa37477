/**
 * Code lenses above items: of a scheme its money over the period, its milestones, outcomes and references; of the
 * budget the balance of each year.
 */

import type { Analysis } from '../analysis';
import type { Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { count, say } from '../text/say';
import type { Span } from '../text/span';
import { formatMoneyShort } from '../values/money';
import { perAnalysis } from './shared/per-analysis';
import { referenceIndexOf } from './shared/reference-index';

export interface CodeLens {
  readonly at: Span;
  readonly title: string;
  /** Places to step through from the lens; none where it only informs. */
  readonly places: readonly Span[];
}

/** The lenses of the document, in the order of the text. */
export function codeLenses(analysis: Analysis): readonly CodeLens[] {
  const { document, index } = analysis;
  if (document?.kind !== 'one-plan' || !index) return [];
  const lenses = [
    ...balance(document, index),
    ...document.schemes.items.flatMap(scheme => schemeLenses(analysis, document, index, scheme)),
  ];
  return lenses.sort((a, b) => a.at.start - b.at.start);
}

function balance({ budget, years }: Plan, index: PlanIndex): readonly CodeLens[] {
  const { key } = budget;
  if (!key || (budget.contributions.items.length === 0 && budget.lines.items.length === 0)) return [];
  return years.flatMap(year => {
    const held = index.contributionsOf(year);
    const spent = index.budgetOf(year);
    if (held === undefined || spent === undefined) return [];
    const left = held - spent;
    const sign =
      left === 0
        ? say`in balance`
        : left > 0
          ? say`${formatMoneyShort(left)} left`
          : say`${formatMoneyShort(-left)} short`;
    return [{ at: key, title: `${year}: ${formatMoneyShort(held)} − ${formatMoneyShort(spent)}, ${sign}`, places: [] }];
  });
}

function schemeLenses(analysis: Analysis, plan: Plan, index: PlanIndex, scheme: Scheme): readonly CodeLens[] {
  const id = scheme.id.value;
  const at = scheme.node.entries[0]?.key ?? scheme.at;
  if (id === undefined) return [];
  const pence = index.moneyOverPeriod(scheme);
  const lines = index.linesOfScheme(id).length;
  const milestones = milestonesByScheme(analysis).get(id)?.length ?? 0;
  const uses = referenceIndexOf(analysis).uses('scheme', id);
  const money =
    lines === 0
      ? say`No budget line`
      : pence === undefined
        ? count(lines, 'budget line')
        : say`${formatMoneyShort(pence)} ${periodOf(plan)} in ${count(lines, 'line')}`;
  const told = [money, count(milestones, 'milestone'), count(scheme.outcomes.length, 'outcome')].join(' · ');
  const references: CodeLens = { at, title: count(uses.length, 'reference'), places: uses.map(use => use.at) };
  return [{ at, title: told, places: [] }, references];
}

function periodOf({ years }: Plan): string {
  const first = years[0] ?? '';
  const last = years.at(-1) ?? '';
  return first === last ? say`in ${first}` : say`from ${first} to ${last}`;
}

const milestonesByScheme = perAnalysis(({ document }): ReadonlyMap<string, readonly Span[]> => {
  const groups = new Map<string, Span[]>();
  if (document?.kind !== 'one-plan') return groups;
  for (const { scheme, at } of document.milestones.items) {
    if (scheme.value === undefined) continue;
    const group = groups.get(scheme.value);
    if (group) group.push(at);
    else groups.set(scheme.value, [at]);
  }
  return groups;
});
