/** `textDocument/documentLink`: paths of old plans, addresses, and codes that have a public page. Nothing is fetched. */
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import { visible } from '../../core/index';
import { wholeDocumentAt } from '../document';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const documentLink = request(
  DocumentLinkRequest.type,
  () => ({ documentLinkProvider: {} }),
  async (session, { textDocument }): Promise<DocumentLink[] | null> => {
    const document = await wholeDocumentAt(session, textDocument.uri);
    const links = document && session.workspace.links(document.key);
    if (!links) return null;
    return links.map(({ at, target, title }) => ({
      range: rangeOf(at, document.lines),
      target,
      tooltip: visible(title),
    }));
  },
);
