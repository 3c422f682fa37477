/**
 * The money of old schemes, found again in the plan: a budget line for what the lines of the scheme that carries one on do
 * not hold yet, so that old and new money reconcile to the penny.
 */
import { yearOfOldMoney } from '../model/bcf-plan';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import type { Workspace } from '../model/workspace';
import { freeId } from '../text/id-words';
import type { FinancialYear } from '../values/calendar';
import type { OldScheme } from './old-plan';
import type { SchemeResolution } from './resolve-schemes';

/** A new budget line for an old scheme. */
export interface CarriedLine {
  readonly id: string;
  readonly scheme: string;
  /** Pence in `year`; `undefined` where the old plan gives no amount that can be read. */
  readonly pence: number | undefined;
  /** `undefined` while neither plan says for which year. */
  readonly year: FinancialYear | undefined;
}

/** The new lines by the old scheme that each is for; none where the plan has its money already. */
export function carriedLines(
  fates: readonly SchemeResolution[],
  plan: Plan,
  index: PlanIndex,
  workspace: Workspace,
): ReadonlyMap<OldScheme, CarriedLine> {
  const lines = new Map<OldScheme, CarriedLine>();
  const ids = new Set(plan.budget.lines.items.map(({ id }) => id.value));
  /** What the lines of a scheme hold beyond what it carries on already, by scheme and year of the old plan. */
  const spare = new Map<string, number>();
  for (const fate of repaymentsFirst(fates)) {
    if (fate.kind === 'stopped') continue;
    const { old, scheme } = fate;
    const oldYear = old.from.plan.year.value;
    const amount = old.scheme.amount.value;
    const key = `${scheme} ${oldYear}`;
    const free = spare.get(key) ?? spareMoney(scheme, oldYear, plan, index, workspace);
    const hasLines = index.linesOfScheme(scheme).length > 0;
    // What a scheme that has lines holds was reckoned with its repayments; a new scheme gets a line for each.
    const found =
      amount !== undefined && amount < 0 ? (hasLines ? amount : 0) : Math.min(Math.max(free, 0), amount ?? 0);
    spare.set(key, free - found);
    if (hasLines && (amount === undefined || amount <= found)) continue;
    const id = freeId(scheme, other => ids.has(other), old.id);
    ids.add(id);
    const year = oldYear === undefined ? plan.years[0] : (yearOfOldMoney(plan.years, oldYear) ?? oldYear);
    lines.set(old, { id, scheme, pence: amount === undefined ? undefined : amount - found, year });
  }
  return lines;
}

/** Amounts below nothing make room in the lines that are there, so they come before what is to find room. */
function repaymentsFirst(fates: readonly SchemeResolution[]): readonly SchemeResolution[] {
  const isRepayment = (fate: SchemeResolution) => (fate.old.scheme.amount.value ?? 0) < 0;
  return fates.toSorted((a, b) => Number(isRepayment(b)) - Number(isRepayment(a)));
}

/** Pence; endless where an amount of the scheme cannot be read or is still to come, which is a finding of its own. */
function spareMoney(
  scheme: string,
  oldYear: FinancialYear | undefined,
  plan: Plan,
  index: PlanIndex,
  workspace: Workspace,
): number {
  const year = oldYear === undefined ? plan.years[0] : yearOfOldMoney(plan.years, oldYear);
  const lines = index.linesOfScheme(scheme);
  if (lines.length === 0) return 0;
  if (year === undefined || lines.some(({ amounts }) => !amounts.has(year))) return Number.POSITIVE_INFINITY;
  let money = 0;
  for (const { amounts } of lines) money += amounts.in(year) ?? Number.POSITIVE_INFINITY;
  return money - heldBefore(scheme, oldYear, plan, workspace);
}

/** Pence of the old schemes of that year that the scheme carries on already. */
function heldBefore(scheme: string, oldYear: FinancialYear | undefined, plan: Plan, workspace: Workspace): number {
  let held = 0;
  for (const { plan: path, schemes } of plan.incorporates.items) {
    const found = path.value === undefined ? undefined : workspace.incorporated(path.value);
    if (found?.state !== 'read' || found.plan.year.value !== oldYear) continue;
    const carried = new Set(schemes.filter(became => became.scheme?.value === scheme).map(({ old }) => old.value));
    for (const { id, amount } of found.plan.schemes.items) if (carried.has(id.value)) held += amount.value ?? 0;
  }
  return held;
}
