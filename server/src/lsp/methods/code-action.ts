/** `textDocument/codeAction`: the light bulb. Every fix of a finding, all safe fixes of a rule or of the plan, the rule's page. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Command,
} from 'vscode-languageserver';
import { actions, fixAllKind, fixAllOf, quickFixes, rulePages, skeletonKind, skeletonOf } from '../code-actions';
import { wholeDocumentAt } from '../document';
import { request } from '../method';

const kinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
  skeletonKind,
];

export const codeAction = request(
  CodeActionRequest.type,
  client => (client.codeActions ? { codeActionProvider: { codeActionKinds: kinds } } : {}),
  async (session, params): Promise<(Command | CodeAction)[] | null> => {
    const document = await wholeDocumentAt(session, params.textDocument.uri);
    if (!document || !session.workspace.isPlan(document.key)) return null;
    const found: CodeAction[] = [];
    if (wants(params, CodeActionKind.QuickFix))
      found.push(
        ...quickFixes(session, document, params.range),
        ...actions(session, document, params.range, 'findings'),
        ...rulePages(session, document, params.range),
      );
    // Other ways of writing read the plan again to be sure of its meaning, so they are not offered with every movement of the cursor.
    if (
      isAskedFor(params) &&
      (wants(params, CodeActionKind.RefactorExtract) || wants(params, CodeActionKind.RefactorRewrite))
    )
      found.push(...actions(session, document, params.range, 'writing'));
    // Nor are these, which take several analyses.
    if (params.context.only && wants(params, fixAllKind)) found.push(...fixAllOf(session, document));
    if (params.context.only && wants(params, skeletonKind)) found.push(...skeletonOf(session, document));
    return found.filter(({ kind }) => kind !== undefined && wants(params, kind));
  },
);

/** Whether somebody asks, and not only the cursor has moved. */
function isAskedFor({ context: { only, triggerKind } }: CodeActionParams): boolean {
  return only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
}

/** Whether the editor asks for actions of this kind, or of one that it belongs to. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some(asked => asked === kind || kind.startsWith(`${asked}.`) || asked === '');
}
