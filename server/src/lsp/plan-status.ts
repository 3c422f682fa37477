/** The content of the notification `oneplan/status`: the state of each open plan, in one line. */
import { type Judgement, say, standingOf, toDoIn, toFix } from '../core/index';
import type { PlanStatus } from '../protocol';
import type { Workspace } from '../workspace/workspace';

/** The status of the plan `key`, whose URI in the client's spelling is `uri`. */
export function planStatus(workspace: Workspace, key: string, uri: string): PlanStatus {
  const judgement = workspace.judge(key);
  const document = workspace.analysis(key)?.document;
  const errors = countOf(judgement, 'error');
  const warnings = countOf(judgement, 'warning');
  const counted = { uri, framework: judgement?.framework?.shortTitle ?? '', errors, warnings };
  if (document?.kind !== 'one-plan') {
    const name = document ? say`Better Care Fund plan` : say`Not a plan yet`;
    return { ...counted, checked: document !== undefined, toAgree: errors, message: `${name}: ${toFix(errors)}` };
  }
  const status = inWords(document.status.value ?? 'draft');
  if (judgement?.stage === 'superseded') {
    return { ...counted, checked: false, toAgree: errors, message: say`${status}: only its form is checked` };
  }
  const asAgreed = workspace.judgeAsAgreed(key);
  const toAgree = asAgreed ? toDoIn(asAgreed).length : 0;
  return { ...counted, checked: true, toAgree, message: `${status}: ${standingOf(document, toAgree)}` };
}

/** The status of an open document that is no plan: read, with nothing more to report. */
export function otherStatus(uri: string): PlanStatus {
  return { uri, checked: false, framework: '', errors: 0, warnings: 0, toAgree: 0, message: say`Not a plan` };
}

function countOf(judgement: Judgement | undefined, severity: 'error' | 'warning'): number {
  return judgement?.findings.filter(finding => finding.severity === severity).length ?? 0;
}

/** The status for the start of a line, in the reader's language; an unknown status stays as written. */
function inWords(status: string): string {
  const words: Readonly<Record<string, string>> = {
    draft: say`Draft`,
    consultation: say`Consultation`,
    agreed: say`Agreed`,
    submitted: say`Submitted`,
    approved: say`Approved`,
    superseded: say`Superseded`,
  };
  return words[status] ?? status.charAt(0).toUpperCase() + status.slice(1);
}
