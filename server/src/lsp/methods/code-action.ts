/** `textDocument/codeAction`: the light bulb. Every fix of a finding, all safe fixes of a rule or of the plan, the rule's page. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Command,
} from 'vscode-languageserver';
import { keyOf } from '../../workspace/uri';
import { actions, fixAllOf, quickFixes, rulePages, skeletonKind, skeletonOf } from '../code-actions';
import { request } from '../method';

/** What "fix all on save" asks for. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.oneplan`;

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
    const key = keyOf(params.textDocument.uri);
    const document = session.open.get(key);
    if (!document) return null;
    await session.ready(key);
    if (!session.plans.isPlan(key)) return null;
    const found: CodeAction[] = [];
    if (wants(params, CodeActionKind.QuickFix))
      found.push(
        ...quickFixes(session, key, params.range),
        ...actions(session, key, params.range, 'findings'),
        ...rulePages(session, key, params.range),
      );
    // Neither are other ways of writing: they read the plan again to be sure of its meaning.
    if (
      isAskedFor(params) &&
      (wants(params, CodeActionKind.RefactorExtract) || wants(params, CodeActionKind.RefactorRewrite))
    )
      found.push(...actions(session, key, params.range, 'writing'));
    // Fixing all takes several analyses, so it is not offered with every movement of the cursor.
    if (params.context.only && wants(params, fixAllKind)) found.push(...fixAllOf(session, key));
    if (params.context.only && wants(params, skeletonKind)) found.push(...skeletonOf(session, key));
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
