/** The years of the plan's period for which a budget line gives no amount, and ought to. */
import type { BudgetLine } from '../../model/budget';
import type { Plan } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import { type FinancialYear, firstDayOfYear, lastDayOfYear } from '../../values/calendar';

/** A line whose scheme has not started, or has ended, needs no amount for the years before and after. */
export function unpricedYears(line: BudgetLine, plan: Plan, index: PlanIndex): readonly FinancialYear[] {
  if (plan.years.every(year => line.amounts.has(year))) return [];
  const scheme = index.scheme(line.scheme);
  const from = scheme?.starts.value;
  const to = scheme?.ends.value;
  return plan.years.filter(
    year =>
      !line.amounts.has(year) &&
      !(from !== undefined && lastDayOfYear(year) < from) &&
      !(to !== undefined && to < firstDayOfYear(year)),
  );
}
