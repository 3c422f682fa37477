/** All actions of the light bulb beside the fixes of rules, in display order. */
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

/** Which actions are requested: those for findings, or rewrites that keep the meaning. */
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

/** The actions that add something missing without asking for a choice first. */
export function additionsFor(context: ActionContext): readonly Action[] {
  const { document: plan, index } = context.analysis;
  if (plan?.kind !== 'one-plan' || !index) return fillMissingKey(context);
  // A skeleton never states that somebody agreed, decided or did something.
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

/** Whether resolving the rule states that somebody agreed, decided or did something. */
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

/** Adds somebody whom a reference names in words to the plan. */
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
