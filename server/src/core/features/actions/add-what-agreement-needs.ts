/**
 * *Add what is missing to be agreed*, as a skeleton: applies additions that need no choice until none is left. The
 * author then replaces the placeholders, such as amounts of £0.
 */
import { type Analysis, analyse } from '../../analysis';
import type { Finding } from '../../finding';
import { type Judgement, judge } from '../../judge';
import type { Workspace } from '../../model/workspace';
import type { Settings } from '../../settings';
import { difference } from '../../text/difference';
import { applyEdits, type TextEdit } from '../../text/edit';
import { withoutTabStops } from '../shared/snippet';
import type { Action } from './action';
import { additionsFor } from './actions';

/** Upper bound on additions: more than any plan lacks. */
const mostAdded = 300;

/** The edits that add the skeleton to the plan; none where nothing can be added. */
export function addWhatAgreementNeeds(
  analysis: Analysis,
  settings: Settings,
  workspace: Workspace,
): readonly TextEdit[] {
  const asAgreed: Settings = { ...settings, as: 'agreed' };
  let current = { analysis: analyse(analysis.text), judgement: judge(analyse(analysis.text), asAgreed, workspace) };
  for (let added = 0; added < mostAdded; added++) {
    const next = nextAddition(current.analysis, current.judgement, settings, text => {
      const after = analyse(text);
      return { analysis: after, judgement: judge(after, asAgreed, workspace) };
    });
    if (!next) break;
    current = next;
  }
  return difference(analysis.text, current.analysis.text);
}

interface Judged {
  readonly analysis: Analysis;
  readonly judgement: Judgement;
}

/**
 * The plan with one more addition that removes its finding and breaks nothing; later passes add what the new item
 * lacks.
 */
function nextAddition(
  analysis: Analysis,
  { findings, framework }: Judgement,
  settings: Settings,
  judged: (text: string) => Judged,
): Judged | undefined {
  for (const finding of findings) {
    const context = { analysis, settings, range: finding.at, findings: [finding], framework };
    for (const action of additionsFor(context)) {
      const after = judged(applied(analysis.text, action));
      const isSame = (other: Finding) => other.fingerprint === finding.fingerprint && other.message === finding.message;
      const isGone = !after.judgement.findings.some(isSame);
      if (isGone && faultsOf(after.analysis) <= faultsOf(analysis)) return after;
    }
  }
  return undefined;
}

function faultsOf({ faults }: Analysis): number {
  return faults.filter(({ rule }) => rule !== 'missing-key').length;
}

/** The text after `action`, with the defaults of its tab stops. */
export function applied(text: string, { edits }: Action): string {
  return applyEdits(
    text,
    edits.map(({ at, text: written, snippet }) => ({ at, text: snippet ? withoutTabStops(written) : written })),
  );
}
