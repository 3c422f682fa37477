/** `textDocument/rename`: gives an item another id everywhere at once, or says why that cannot be. */
import { LSPErrorCodes, RenameRequest, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { wholeDocumentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { workspaceEdit } from '../workspace-edit';

export const rename = request(
  RenameRequest.type,
  client => ({ renameProvider: client.preparesRenames ? { prepareProvider: true } : true }),
  async (session, { textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
    const document = await wholeDocumentAt(session, textDocument.uri);
    const renamed = document && session.workspace.rename(document.key, offsetFrom(position, document.lines), newName);
    if (!renamed) return null;
    if ('refused' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
    return workspaceEdit(session, [...renamed.edits]);
  },
);
