/** *Add the missing years*: the years of the period for which a budget line has no amount. */

import type { BudgetLine } from '../../model/budget';
import { shapeNamed, shapeUnder } from '../../schema/shape';
import { listAnd, say } from '../../text/say';
import { TabStops } from '../shared/snippet';
import type { Action, ActionEdit, PlanActionContext } from './action';
import { amounts } from './add-missing-line';
import { insertEntry, setValue } from './insert';

export function addMissingYears({ plan, analysis, findings }: PlanActionContext): readonly Action[] {
  return findings
    .filter(({ rule }) => rule === 'missing-budget-amount')
    .flatMap(finding => {
      const line = plan.budget.lines.items.find(item => item.amounts.at.start === finding.at.start);
      if (!line) return [];
      const years = plan.years.filter(year => !line.amounts.has(year));
      const edits = editsFor(line, years, analysis);
      return edits.length === 0
        ? []
        : [{ title: say`Add ${listAnd(years)} to the line`, kind: 'quickfix' as const, finding, edits }];
    });
}

function editsFor(
  line: BudgetLine,
  years: readonly string[],
  analysis: PlanActionContext['analysis'],
): readonly ActionEdit[] {
  const entry = line.node.entry('amounts');
  const shape = shapeNamed('budget-line');
  const all = () => amounts(years, new TabStops(), () => '0');
  if (!entry) {
    const edit = insertEntry(analysis, line.node, shape, 'amounts', () => ` ${all()}`);
    return edit ? [edit] : [];
  }
  const { value } = entry;
  if (value.kind !== 'map' || value.entries.length === 0)
    return value.kind === 'list' ? [] : [setValue(analysis, entry, all())];
  const inner = shapeUnder(shape, 'amounts', value);
  if (!inner) return [];
  const stops = new TabStops();
  return years.flatMap(year => {
    // A year that is there without an amount only needs that.
    const there = value.entry(year);
    const amount = `£${stops.next('0')}`;
    return (
      (there ? setValue(analysis, there, amount) : insertEntry(analysis, value, inner, year, () => ` ${amount}`)) ?? []
    );
  });
}
