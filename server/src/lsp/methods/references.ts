/** `textDocument/references`: every place that names the thing under the cursor, in all documents. */
import { type Location, ReferencesRequest } from 'vscode-languageserver';
import { locationsOf, wholeDocumentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';

export const references = request(
  ReferencesRequest.type,
  () => ({ referencesProvider: true }),
  async (session, { textDocument, position, context }): Promise<Location[] | null> => {
    const document = await wholeDocumentAt(session, textDocument.uri);
    const found = document && session.workspace.occurrences(document.key, offsetFrom(position, document.lines));
    if (!found) return null;
    return found
      .filter(({ role }) => role === 'use' || context.includeDeclaration)
      .flatMap(({ uri, at }) => locationsOf(session, uri, at));
  },
);
