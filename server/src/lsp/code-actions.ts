/** Findings → code actions. Every edit is for the version that was judged, so an editor refuses it for any other. */
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import {
  type Action,
  actionsAt,
  addWhatAgreementNeeds,
  type Finding,
  LineIndex,
  putRight,
  safeEdits,
  say,
  type TextEdit,
  visible,
  withLineEndsOf,
  withoutTabStops,
} from '../core/index';
import { spanFrom } from './from-lsp';
import { lineEdits } from './line-edits';
import { openRulePage } from './methods/execute-command';
import type { Session } from './session';
import { snippetEdit } from './snippet-edit';
import { diagnosticOf, editsOf } from './to-lsp';

/** The fixes of the findings that `range` touches, and for each of their rules all its safe fixes at once. */
export function quickFixes(session: Session, key: string, range: Range): readonly CodeAction[] {
  const touched = findingsAt(session, key, range);
  const own = touched.flatMap(finding => fixesOf(session, key, finding));
  const all = [...new Set(touched.map(({ rule }) => rule))].flatMap(rule => allOfRule(session, key, rule));
  return [...own, ...all];
}

/** The pages of the rules that speak at `range`, for a client that can show them. */
export function rulePages(session: Session, key: string, range: Range): readonly CodeAction[] {
  const { client } = session;
  if (!client.showsDocuments && !client.own.opensRulePages) return [];
  const rules = [...new Set(findingsAt(session, key, range).map(({ rule }) => rule))];
  return rules.map(rule => {
    const title = say`Read about ${rule}`;
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: openRulePage, arguments: [rule] } };
  });
}

/** All safe fixes of the plan; none where there is nothing to put right or the text must not be touched. */
export function fixAllOf(session: Session, key: string): readonly CodeAction[] {
  const text = session.plans.analysis(key)?.text ?? '';
  const fixed = putRight(text, changed => session.plans.findingsOf(key, changed));
  if (fixed === text) return [];
  const edit = editOf(session, key, lineEdits(text, fixed));
  return [{ title: say`Put right everything that is safe`, kind: `${CodeActionKind.SourceFixAll}.oneplan`, edit }];
}

/** What can be added for the findings at `range`, or written otherwise there; with places to type where the editor has them. */
export function actions(
  session: Session,
  key: string,
  range: Range,
  group: Parameters<typeof actionsAt>[4],
): readonly CodeAction[] {
  const analysis = session.plans.analysis(key);
  const judgement = session.plans.judge(key);
  if (!analysis || !judgement) return [];
  const settings = session.configurations.settings(key);
  return actionsAt(analysis, judgement, settings, spanFrom(range, analysis.lines), group).map(action => ({
    title: visible(action.title),
    kind: actionKinds[action.kind],
    ...(action.finding ? { diagnostics: [diagnosticFor(session, key, action.finding)] } : {}),
    edit: actionEdit(session, key, action),
  }));
}

const actionKinds: Readonly<Record<Action['kind'], CodeActionKind>> = {
  quickfix: CodeActionKind.QuickFix,
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
};

/** The skeleton of what a plan still needs to be agreed. */
export function skeletonOf(session: Session, key: string): readonly CodeAction[] {
  const analysis = session.plans.analysis(key);
  if (analysis?.document?.kind !== 'one-plan') return [];
  const settings = session.configurations.settings(key);
  const edits = addWhatAgreementNeeds(analysis, settings, session.plans.project.around(key));
  if (edits.length === 0) return [];
  const title = say`Add what is missing to be agreed, as a skeleton`;
  return [{ title, kind: skeletonKind, edit: editOf(session, key, edits) }];
}

export const skeletonKind = `${CodeActionKind.Source}.skeleton.oneplan`;

function actionEdit(session: Session, key: string, { edits }: Action): WorkspaceEdit {
  const { client, open, plans, reports } = session;
  const lines = plans.analysis(key)?.lines;
  const takesSnippets = client.snippetEdits && client.versionedEdits;
  if (!takesSnippets || !lines) {
    return editOf(
      session,
      key,
      edits.map(({ at, text, snippet }) => ({ at, text: snippet ? withoutTabStops(text) : text })),
    );
  }
  const text = plans.analysis(key)?.text ?? '';
  const changes = edits.map(edit => snippetEdit(edit, text, lines));
  const textDocument = { uri: reports.uriOf(key), version: open.get(key)?.version ?? null };
  return { documentChanges: [{ textDocument, edits: changes }] };
}

function diagnosticFor({ plans, client, reports }: Session, key: string, finding: Finding) {
  const lines = plans.lines(key) ?? new LineIndex('');
  return diagnosticOf(finding, { uri: reports.uriOf(key), lines }, client, () => undefined);
}

function findingsAt(session: Session, key: string, range: Range): readonly Finding[] {
  const analysis = session.plans.analysis(key);
  if (!analysis) return [];
  const { start, end } = spanFrom(range, analysis.lines);
  const findings = session.plans.judge(key)?.findings ?? [];
  return findings.filter(({ at }) => at.start <= end && start <= at.end);
}

function fixesOf(session: Session, key: string, finding: Finding): readonly CodeAction[] {
  const { plans, client, reports } = session;
  const lines = plans.analysis(key)?.lines;
  if (!lines) return [];
  const diagnostic = diagnosticOf(finding, { uri: reports.uriOf(key), lines }, client, () => undefined);
  return (finding.fixes ?? []).map(fix => ({
    title: visible(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.safe ? { isPreferred: true } : {}),
    edit: editOf(session, key, fix.edits),
  }));
}

/** Offered where a rule has several findings with a safe fix. */
function allOfRule(session: Session, key: string, rule: string): readonly CodeAction[] {
  const findings = session.plans.judge(key)?.findings.filter(finding => finding.rule === rule) ?? [];
  const fixable = findings.filter(({ fixes }) => fixes?.some(fix => fix.safe));
  if (fixable.length < 2) return [];
  const edits = safeEdits(fixable);
  const title = say`Put right all ${fixable.length} of ${rule}`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: editOf(session, key, edits) }];
}

function editOf(session: Session, key: string, edits: readonly TextEdit[]): WorkspaceEdit {
  const { client, open, plans, reports } = session;
  const lines = plans.analysis(key)?.lines;
  const text = plans.analysis(key)?.text ?? '';
  const changes = lines ? editsOf(withLineEndsOf(text, edits), lines) : [];
  const uri = reports.uriOf(key);
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version: open.get(key)?.version ?? null }, edits: changes }] };
}
