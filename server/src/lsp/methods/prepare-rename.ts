/** `textDocument/prepareRename`: whether the word under the cursor is an id that can be renamed, or why not. */
import { LSPErrorCodes, PrepareRenameRequest, type PrepareRenameResult, ResponseError } from 'vscode-languageserver';
import { prepareRename as prepare } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { noCapabilities, request } from '../method';
import { readWithOthers } from '../read-document';
import { rangeOf } from '../to-lsp';

export const prepareRename = request(
  PrepareRenameRequest.type,
  noCapabilities,
  async (session, { textDocument, position }): Promise<PrepareRenameResult | null> => {
    const document = await readWithOthers(session, textDocument.uri);
    if (!document) return null;
    const prepared = prepare(session.plans.project, document.key, offsetFrom(position, document.lines));
    if ('refused' in prepared) throw new ResponseError(LSPErrorCodes.RequestFailed, prepared.refused);
    return { range: rangeOf(prepared.at, document.lines), placeholder: prepared.id };
  },
);
