/** All rules, in the order in which they are listed to people. To add a rule, add its line here. */
import { deadlinePastLimit } from './deadline-past-limit';
import { missingBudgetLine } from './missing-budget-line';
import type { Rule, RulePage } from './rule';
import { textRules } from './text-rules';
import { unassignedAccountableLead } from './unassigned-accountable-lead';

/** The rules on the plan. */
export const rules: readonly Rule[] = [missingBudgetLine, unassignedAccountableLead, deadlinePastLimit];

/** Every rule that has a page: those found in the text itself first. */
export function rulePages(): readonly RulePage[] {
  return [...textRules, ...rules];
}

let pages: ReadonlyMap<string, RulePage> | undefined;
let ids: ReadonlySet<string> | undefined;

export function pageOf(id: string): RulePage | undefined {
  pages ??= new Map(rulePages().map(page => [page.id, page]));
  return pages.get(id);
}

export function ruleIds(): ReadonlySet<string> {
  ids ??= new Set(rulePages().map(page => page.id));
  return ids;
}
