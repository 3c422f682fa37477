/** All rules, in the order in which they are listed to people. To add a rule, add its line here. */

import { accountabilityCycle } from './accountability-cycle';
import { accountabilityFork } from './accountability-fork';
import { accountableWithoutPower } from './accountable-without-power';
import { acuteNotDefined } from './acute-not-defined';
import { agreementExpired } from './agreement-expired';
import { amountOutsidePeriod } from './amount-outside-period';
import { approvalChainLong } from './approval-chain-long';
import { bcfMoneyLost } from './bcf-money-lost';
import { bcfPlanUnreadable } from './bcf-plan-unreadable';
import { bcfSchemeOrphaned } from './bcf-scheme-orphaned';
import { bcfSchemeUnknown } from './bcf-scheme-unknown';
import { belowNhsMinimum } from './below-nhs-minimum';
import { bodyDoesNothing } from './body-does-nothing';
import { budgetDoesNotBalance } from './budget-does-not-balance';
import { changeNotDescribed } from './change-not-described';
import { commissionerMissingForPlace } from './commissioner-missing-for-place';
import { commissionerNotInPeriod } from './commissioner-not-in-period';
import { commissionerOutsidePlace } from './commissioner-outside-place';
import { contributionOvercommitted } from './contribution-overcommitted';
import { dataMagic } from './data-magic';
import { dateVague } from './date-vague';
import { deadlineOutsidePeriod } from './deadline-outside-period';
import { deadlinePastLimit } from './deadline-past-limit';
import { deciderLacksPower } from './decider-lacks-power';
import { decisionNoDecider } from './decision-no-decider';
import { disputeRouteMissing } from './dispute-route-missing';
import { estateNotOursToDecide } from './estate-not-ours-to-decide';
import { fastAreaNotFrom2017 } from './fast-area-not-from-2017';
import { milestoneOrder } from './milestone-order';
import { milestoneOverdue } from './milestone-overdue';
import { missingBudgetAmount } from './missing-budget-amount';
import { missingBudgetLine } from './missing-budget-line';
import { missingMilestone } from './missing-milestone';
import { moneyUnconfirmed } from './money-unconfirmed';
import { newServiceNoStaff } from './new-service-no-staff';
import { noReviewDate } from './no-review-date';
import { noWorkforcePlan } from './no-workforce-plan';
import { nothingStops } from './nothing-stops';
import { oneWayStaffTransfer } from './one-way-staff-transfer';
import { optionIncomplete } from './option-incomplete';
import { optionNotChosen } from './option-not-chosen';
import { outcomeCodeRenumbered } from './outcome-code-renumbered';
import { outcomeNoBaseline } from './outcome-no-baseline';
import { outcomeUncoded } from './outcome-uncoded';
import { outcomeUnfunded } from './outcome-unfunded';
import { outcomeWrongDirection } from './outcome-wrong-direction';
import { oversightNotSingle } from './oversight-not-single';
import { partnerDeficitSilent } from './partner-deficit-silent';
import { partnersOneSided } from './partners-one-sided';
import { payGapUncosted } from './pay-gap-uncosted';
import { pfiCostMissing } from './pfi-cost-missing';
import { placeCodeSuperseded } from './place-code-superseded';
import { placeCodeUnknown } from './place-code-unknown';
import { placeNameMismatch } from './place-name-mismatch';
import { placeholderLeft } from './placeholder-left';
import { poolManagerMissing } from './pool-manager-missing';
import { pooledInNameOnly } from './pooled-in-name-only';
import { poundUnreconciled } from './pound-unreconciled';
import { promiseNoOwner } from './promise-no-owner';
import { receiptNotLocal } from './receipt-not-local';
import { relabelledAsNew } from './relabelled-as-new';
import { relabelledShare } from './relabelled-share';
import { requiredRiskMissing } from './required-risk-missing';
import { requiredSubjectMissing } from './required-subject-missing';
import { riskNoExposure } from './risk-no-exposure';
import { riskNoMitigation } from './risk-no-mitigation';
import { riskShareUncapped } from './risk-share-uncapped';
import { salamiSlicing } from './salami-slicing';
import { savingDoubleCounted } from './saving-double-counted';
import { schemeEndsBeforeStart } from './scheme-ends-before-start';
import { section75TermMissing } from './section-75-term-missing';
import { seriousnessPoundSigns } from './seriousness-pound-signs';
import { serviceMissing } from './service-missing';
import type { Rule, RulePage } from './shared/rule';
import { sharesNotWhole } from './shares-not-whole';
import { sharingNoAgreement } from './sharing-no-agreement';
import { signoffDelegated } from './signoff-delegated';
import { signoffMissing } from './signoff-missing';
import { stopAmountUnlikely } from './stop-amount-unlikely';
import { stopNotAgreed } from './stop-not-agreed';
import { stopUnquantified } from './stop-unquantified';
import { textRules } from './text/text-rules';
import { tooManyBodies } from './too-many-bodies';
import { transferAboveLimit } from './transfer-above-limit';
import { transferUndecided } from './transfer-undecided';
import { twoPlansOnePlace } from './two-plans-one-place';
import { unassignedAccountableLead } from './unassigned-accountable-lead';

/** The rules on the plan. */
export const rules: readonly Rule[] = [
  missingBudgetLine,
  missingBudgetAmount,
  amountOutsidePeriod,
  unassignedAccountableLead,
  deadlinePastLimit,
  fastAreaNotFrom2017,
  missingMilestone,
  milestoneOrder,
  schemeEndsBeforeStart,
  deadlineOutsidePeriod,
  serviceMissing,
  acuteNotDefined,
  optionNotChosen,
  optionIncomplete,
  budgetDoesNotBalance,
  contributionOvercommitted,
  sharesNotWhole,
  moneyUnconfirmed,
  partnersOneSided,
  placeCodeUnknown,
  placeCodeSuperseded,
  placeNameMismatch,
  twoPlansOnePlace,
  bcfSchemeOrphaned,
  bcfSchemeUnknown,
  bcfPlanUnreadable,
  bcfMoneyLost,
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
  pooledInNameOnly,
  section75TermMissing,
  riskShareUncapped,
  poolManagerMissing,
  transferUndecided,
  transferAboveLimit,
  partnerDeficitSilent,
  belowNhsMinimum,
  nothingStops,
  stopUnquantified,
  stopAmountUnlikely,
  stopNotAgreed,
  salamiSlicing,
  savingDoubleCounted,
  relabelledAsNew,
  relabelledShare,
  changeNotDescribed,
  outcomeUncoded,
  outcomeNoBaseline,
  outcomeWrongDirection,
  outcomeCodeRenumbered,
  outcomeUnfunded,
  noWorkforcePlan,
  payGapUncosted,
  newServiceNoStaff,
  oneWayStaffTransfer,
  pfiCostMissing,
  estateNotOursToDecide,
  receiptNotLocal,
  sharingNoAgreement,
  agreementExpired,
  dataMagic,
  riskNoMitigation,
  riskNoExposure,
  requiredRiskMissing,
  requiredSubjectMissing,
  seriousnessPoundSigns,
  poundUnreconciled,
  promiseNoOwner,
  placeholderLeft,
  dateVague,
  milestoneOverdue,
  noReviewDate,
  signoffMissing,
  signoffDelegated,
  commissionerNotInPeriod,
  commissionerMissingForPlace,
  commissionerOutsidePlace,
];

/** Every rule that has a page: those found in the text itself first. */
export function rulePages(): readonly RulePage[] {
  return [...textRules, ...rules];
}

let pages: ReadonlyMap<string, RulePage> | undefined;
let ids: ReadonlySet<string> | undefined;

/** The page of the rule `id`; none where there is no such rule. */
export function pageOf(id: string): RulePage | undefined {
  pages ??= new Map(rulePages().map(page => [page.id, page]));
  return pages.get(id);
}

/** Whether a waiver of the rule `id` is offered. */
export function isWaivable(id: string): boolean {
  return pageOf(id)?.waivable !== false;
}

/** The ids of all rules that have a page. */
export function ruleIds(): ReadonlySet<string> {
  ids ??= new Set(rulePages().map(page => page.id));
  return ids;
}
