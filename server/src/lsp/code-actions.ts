/** Offers → code actions. Every edit names the version that was judged, so that an editor refuses it for any other. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { type Finding, say, visible } from '../core/index';
import type { Offer } from '../workspace/offers';
import type { Document } from './document';
import { spanFrom } from './from-lsp';
import { lineEdits } from './line-edits';
import type { Session } from './session';
import { diagnosticOf } from './to-lsp';
import { snippetWorkspaceEdit, workspaceEdit } from './workspace-edit';

/** The kind of code action that "fix all on save" requests. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.oneplan`;

export const skeletonKind = `${CodeActionKind.Source}.skeleton.oneplan`;

/** The command that opens a rule's page, with the rule's id as argument; our own client implements it. */
export const openRulePage = 'onePlan.openRulePage';

/** The fixes of the findings that `range` touches, and for each of their rules all its safe fixes at once. */
export function quickFixes(session: Session, document: Document, range: Range): readonly CodeAction[] {
  return session.workspace
    .fixes(document.key, spanFrom(range, document.lines))
    .map(offer => actionOf(session, document, offer));
}

/** Additions for the findings at `range`, or rewrites there; as snippets where the editor takes them. */
export function actions(
  session: Session,
  document: Document,
  range: Range,
  group: 'findings' | 'writing',
): readonly CodeAction[] {
  return session.workspace
    .actions(document.key, spanFrom(range, document.lines), group)
    .map(offer => actionOf(session, document, offer));
}

/** Links to the pages of the rules with findings at `range`, for a client that can open them. */
export function rulePages(
  { client, workspace }: Session,
  { key, lines }: Document,
  range: Range,
): readonly CodeAction[] {
  if (!client.showsDocuments && !client.own.opensRulePages) return [];
  const rules = new Set(workspace.findingsAt(key, spanFrom(range, lines)).map(({ rule }) => rule));
  return [...rules].map(rule => {
    const title = say`Read about ${rule}`;
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: openRulePage, arguments: [rule] } };
  });
}

/** One action with all safe fixes of the plan; none where nothing can be fixed or the text must not be changed. */
export function fixAllOf(session: Session, { key }: Document): readonly CodeAction[] {
  const fixed = session.workspace.fixAll(key);
  if (fixed === undefined) return [];
  const edit = workspaceEdit(session, [[key, lineEdits(session.workspace.text(key) ?? '', fixed)]]);
  return [{ title: say`Put right everything that is safe`, kind: fixAllKind, edit }];
}

/** The skeleton of what a plan still needs to be agreed. */
export function skeletonOf(session: Session, { key }: Document): readonly CodeAction[] {
  const edits = session.workspace.skeleton(key);
  if (edits.length === 0) return [];
  const title = say`Add what is missing to be agreed, as a skeleton`;
  return [{ title, kind: skeletonKind, edit: workspaceEdit(session, [[key, edits]]) }];
}

function actionOf(session: Session, document: Document, offer: Offer): CodeAction {
  return {
    title: visible(offer.title),
    kind: kinds[offer.kind],
    ...(offer.finding ? { diagnostics: [diagnosticFor(session, document, offer.finding)] } : {}),
    ...(offer.isPreferred ? { isPreferred: true } : {}),
    edit: snippetWorkspaceEdit(session, document.key, offer.edits),
  };
}

const kinds: Readonly<Record<Offer['kind'], CodeActionKind>> = {
  quickfix: CodeActionKind.QuickFix,
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
};

function diagnosticFor({ client }: Session, { uri, lines }: Document, finding: Finding) {
  return diagnosticOf(finding, { uri, lines }, client, () => undefined);
}
