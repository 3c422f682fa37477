/** `textDocument/prepareRename`: whether the word under the cursor is an id that can be renamed, or why not. */
import { LSPErrorCodes, PrepareRenameRequest, type PrepareRenameResult, ResponseError } from 'vscode-languageserver';
import { wholeDocumentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { noCapabilities, request } from '../method';
import { rangeOf } from '../to-lsp';

export const prepareRename = request(
  PrepareRenameRequest.type,
  noCapabilities,
  async (session, { textDocument, position }): Promise<PrepareRenameResult | null> => {
    const document = await wholeDocumentAt(session, textDocument.uri);
    const prepared = document && session.workspace.prepareRename(document.key, offsetFrom(position, document.lines));
    if (!prepared) return null;
    if ('refused' in prepared) throw new ResponseError(LSPErrorCodes.RequestFailed, prepared.refused);
    return { range: rangeOf(prepared.at, document.lines), placeholder: prepared.id };
  },
);
