/** `textDocument/documentLink`: paths of old plans, addresses, and codes that have a public page. Nothing is fetched. */
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import { linksOf, visible } from '../../core/index';
import { request } from '../method';
import { readWithOthers } from '../read-document';
import { rangeOf } from '../to-lsp';

export const documentLink = request(
  DocumentLinkRequest.type,
  () => ({ documentLinkProvider: {} }),
  async (session, { textDocument }): Promise<DocumentLink[] | null> => {
    const document = await readWithOthers(session, textDocument.uri);
    if (!document) return null;
    const { analysis, lines, key } = document;
    const { project } = session.plans;
    return linksOf(analysis, session.configurations.settings(key)).flatMap(({ at, to, title }) => {
      const old = 'path' in to ? project.locate(key, to.path) : undefined;
      const target = 'address' in to ? to.address : old !== undefined && project.has(old) ? old : undefined;
      return target === undefined ? [] : [{ range: rangeOf(at, lines), target, tooltip: visible(title) }];
    });
  },
);
