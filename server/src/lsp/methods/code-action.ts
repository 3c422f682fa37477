/** `textDocument/codeAction`: the light bulb. Every fix of a finding, all safe fixes of a rule or of the plan, the rule's page. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Command,
} from 'vscode-languageserver';
import { fixAllOf, quickFixes, rulePages } from '../code-actions';
import { keyOf } from '../document-uri';
import { request } from '../method';

/** What "fix all on save" asks for. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.oneplan`;

export const codeAction = request(
  CodeActionRequest.type,
  client =>
    client.codeActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } } : {},
  async (session, params): Promise<(Command | CodeAction)[] | null> => {
    const key = keyOf(params.textDocument.uri);
    const document = session.open.get(key);
    if (!document) return null;
    await session.ready(key);
    if (!session.plans.isPlan(key)) return null;
    const actions: CodeAction[] = [];
    if (wants(params, CodeActionKind.QuickFix))
      actions.push(...quickFixes(session, key, params.range), ...rulePages(session, key, params.range));
    // Fixing all takes several analyses, so it is not offered with every movement of the cursor.
    if (params.context.only && wants(params, fixAllKind)) actions.push(...fixAllOf(session, key));
    return actions;
  },
);

/** Whether the editor asks for actions of this kind, or of one that it belongs to. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some(asked => asked === kind || kind.startsWith(`${asked}.`) || asked === '');
}
