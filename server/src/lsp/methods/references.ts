/** `textDocument/references`: every place that names the thing under the cursor, in all documents. */
import { type Location, ReferencesRequest } from 'vscode-languageserver';
import { occurrencesOf, targetAt } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { locationsOf, readWithOthers } from '../read-document';

export const references = request(
  ReferencesRequest.type,
  () => ({ referencesProvider: true }),
  async (session, { textDocument, position, context }): Promise<Location[] | null> => {
    const document = await readWithOthers(session, textDocument.uri);
    if (!document) return null;
    const { project } = session.plans;
    const target = targetAt(project, document.key, offsetFrom(position, document.lines));
    if (!target) return null;
    return occurrencesOf(project, target)
      .filter(({ role }) => role === 'use' || context.includeDeclaration)
      .flatMap(({ uri, at }) => locationsOf(session, uri, at));
  },
);
