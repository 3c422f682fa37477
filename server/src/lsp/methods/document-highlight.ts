/** `textDocument/documentHighlight`: every place of this document that names the thing under the cursor. */
import { type DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver';
import { occurrencesOf, targetAt } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { readDocument } from '../read-document';
import { rangeOf } from '../to-lsp';

export const documentHighlight = request(
  DocumentHighlightRequest.type,
  () => ({ documentHighlightProvider: true }),
  (session, { textDocument, position }): DocumentHighlight[] | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    const { key, lines } = document;
    const { project } = session.plans;
    const target = targetAt(project, key, offsetFrom(position, lines));
    if (!target) return null;
    return occurrencesOf(project, target)
      .filter(({ uri, at }) => uri === key && at.start < at.end)
      .map(({ at, role }) => ({
        range: rangeOf(at, lines),
        kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  },
);
