/** The budget lines that each fund holds. */
import type { BudgetLine } from '../../model/budget';
import { perAnalysis } from './per-analysis';

/** Lines by the id of their fund. */
export const linesByFund = perAnalysis(({ document }): ReadonlyMap<string, readonly BudgetLine[]> => {
  const groups = new Map<string, BudgetLine[]>();
  if (document?.kind !== 'one-plan') return groups;
  for (const line of document.budget.lines.items) {
    if (line.fund.value === undefined) continue;
    const group = groups.get(line.fund.value);
    if (group) group.push(line);
    else groups.set(line.fund.value, [line]);
  }
  return groups;
});
