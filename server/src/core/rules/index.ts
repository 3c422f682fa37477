/** All rules, in the order in which they are listed to people. To add a rule, add its line here. */
import { accountabilityCycle } from './accountability-cycle';
import { accountabilityFork } from './accountability-fork';
import { accountableWithoutPower } from './accountable-without-power';
import { approvalChainLong } from './approval-chain-long';
import { bodyDoesNothing } from './body-does-nothing';
import { deadlinePastLimit } from './deadline-past-limit';
import { deciderLacksPower } from './decider-lacks-power';
import { decisionNoDecider } from './decision-no-decider';
import { disputeRouteMissing } from './dispute-route-missing';
import { missingBudgetLine } from './missing-budget-line';
import { oversightNotSingle } from './oversight-not-single';
import type { Rule, RulePage } from './rule';
import { textRules } from './text-rules';
import { tooManyBodies } from './too-many-bodies';
import { unassignedAccountableLead } from './unassigned-accountable-lead';

/** The rules on the plan. */
export const rules: readonly Rule[] = [
  missingBudgetLine,
  unassignedAccountableLead,
  deadlinePastLimit,
  accountabilityCycle,
  accountabilityFork,
  bodyDoesNothing,
  tooManyBodies,
  accountableWithoutPower,
  decisionNoDecider,
  deciderLacksPower,
  approvalChainLong,
  oversightNotSingle,
  disputeRouteMissing,
];

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
