/** `textDocument/rename`: gives an item another id everywhere at once, or says why that cannot be. */
import { LSPErrorCodes, RenameRequest, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { rename as renameAt } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { readWithOthers } from '../read-document';
import type { Session } from '../session';
import { editsOf } from '../to-lsp';

export const rename = request(
  RenameRequest.type,
  client => ({ renameProvider: client.preparesRenames ? { prepareProvider: true } : true }),
  async (session, { textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
    const document = await readWithOthers(session, textDocument.uri);
    if (!document) return null;
    const renamed = renameAt(session.plans.project, document.key, offsetFrom(position, document.lines), newName);
    if ('refused' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
    const changed = [...renamed.edits].flatMap(([key, edits]) => {
      const lines = session.plans.analysis(key)?.lines;
      return lines ? [{ key, edits: editsOf(edits, lines) }] : [];
    });
    return workspaceEdit(session, changed);
  },
);

function workspaceEdit(
  { client, open }: Session,
  changed: readonly { readonly key: string; readonly edits: ReturnType<typeof editsOf> }[],
): WorkspaceEdit {
  const uriOf = (key: string) => open.get(key)?.uri ?? key;
  if (!client.versionedEdits)
    return { changes: Object.fromEntries(changed.map(({ key, edits }) => [uriOf(key), edits])) };
  return {
    documentChanges: changed.map(({ key, edits }) => ({
      textDocument: { uri: uriOf(key), version: open.get(key)?.version ?? null },
      edits,
    })),
  };
}
