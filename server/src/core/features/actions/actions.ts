/** Everything that a light bulb can offer beside the fixes of the rules, in the order in which it is shown. */
import type { Analysis } from '../../analysis';
import type { Finding } from '../../finding';
import type { Judgement } from '../../judge';
import { pageOf } from '../../rules/index';
import type { Settings } from '../../settings';
import { type Span, touches } from '../../text/span';
import type { Action, ActionContext, PlanActionContext } from './action';
import { addAskedEntries } from './add-asked-entries';
import { addAskedItems } from './add-asked-items';
import { addAskedKeys } from './add-asked-keys';
import { addKnownPartners } from './add-known-partners';
import { addMissingLine } from './add-missing-line';
import { addMissingService } from './add-missing-service';
import { addMissingYears } from './add-missing-years';
import { assignLead } from './assign-lead';
import { balanceYear } from './balance-year';
import { changeStyle } from './change-style';
import { chooseOption } from './choose-option';
import { extractItem } from './extract-item';
import { fillMissingKey } from './fill-missing-key';
import { makeMilestone } from './make-milestone';
import { sortKeys } from './sort-keys';
import { waive } from './waive';

/** Which actions are asked for: those for findings, or the ways of writing the same otherwise. */
export type ActionGroup = 'findings' | 'writing';

/** The actions at `range`. */
export function actionsAt(
  analysis: Analysis,
  judgement: Pick<Judgement, 'findings' | 'framework'>,
  settings: Settings,
  range: Span,
  group: ActionGroup,
): readonly Action[] {
  const findings = judgement.findings.filter(
    ({ at }) => touches(at, range.start) || (range.start <= at.start && at.start <= range.end),
  );
  const context: ActionContext = { analysis, settings, range, findings, framework: judgement.framework };
  return group === 'findings' ? forFindings(context) : forWriting(context);
}

/** The actions that put something into the plan which is missing, without a choice to make first. */
export function additionsFor(context: ActionContext): readonly Action[] {
  const { document: plan, index } = context.analysis;
  if (plan?.kind !== 'one-plan' || !index) return fillMissingKey(context);
  // A skeleton never says that somebody agreed, decided or did something.
  const unsaid = context.findings.filter(finding => !asksForStatement(finding));
  const inPlan = { ...context, plan, index, findings: unsaid };
  return [
    ...fillMissingKey(context),
    ...addKnownPartners(inPlan),
    ...addMissingService(inPlan),
    ...addMissingLine(inPlan),
    ...addMissingYears(inPlan),
    ...makeMilestone(inPlan),
    ...addAskedKeys(inPlan),
    ...addAskedItems(inPlan),
    ...addAskedEntries(inPlan),
  ];
}

/** Whether the rule is answered by what somebody has agreed, decided or done. */
function asksForStatement({ rule }: Finding): boolean {
  return pageOf(rule)?.about?.includes('statement') ?? false;
}

function forFindings(context: ActionContext): readonly Action[] {
  const { document: plan, index } = context.analysis;
  const inPlan = plan?.kind === 'one-plan' && index ? { ...context, plan, index } : undefined;
  return [
    ...(inPlan ? [...assignLead(inPlan), ...chooseOption(inPlan)] : []),
    ...additionsFor(context),
    ...(inPlan ? forStatements(inPlan) : []),
    ...(inPlan ? balanceYear(inPlan) : []),
    ...(inPlan ? extractUnknown(inPlan) : []),
    ...waive(context),
  ];
}

function forStatements(context: PlanActionContext): readonly Action[] {
  const stated = { ...context, findings: context.findings.filter(asksForStatement) };
  return [...addAskedKeys(stated), ...addAskedItems(stated), ...addAskedEntries(stated)];
}

/** Somebody whom a reference names in words is added to the plan. */
function extractUnknown(context: PlanActionContext): readonly Action[] {
  return context.findings
    .filter(({ rule }) => rule === 'unknown-reference')
    .flatMap(finding =>
      extractItem({ ...context, range: finding.at }).map(action => ({ ...action, kind: 'quickfix' as const, finding })),
    );
}

function forWriting(context: ActionContext): readonly Action[] {
  const { document: plan, index } = context.analysis;
  const inPlan = plan?.kind === 'one-plan' && index ? { ...context, plan, index } : undefined;
  return [...(inPlan ? extractItem(inPlan) : []), ...sortKeys(context), ...changeStyle(context)];
}
