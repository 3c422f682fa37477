/** `textDocument/documentHighlight`: every place of this document that names the thing under the cursor. */
import { type DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver';
import { documentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const documentHighlight = request(
  DocumentHighlightRequest.type,
  () => ({ documentHighlightProvider: true }),
  (session, { textDocument, position }): DocumentHighlight[] | null => {
    const document = documentAt(session, textDocument.uri);
    const found = document && session.workspace.occurrences(document.key, offsetFrom(position, document.lines));
    if (!found) return null;
    return found
      .filter(({ uri, at }) => uri === document.key && at.start < at.end)
      .map(({ at, role }) => ({
        range: rangeOf(at, document.lines),
        kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  },
);
