/** `textDocument/definition`: from a reference to its item, from the path of an old plan to its file. */
import { type Definition, DefinitionRequest, type LocationLink } from 'vscode-languageserver';
import { targetAt } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { locationsOf, readWithOthers } from '../read-document';
import { rangeOf } from '../to-lsp';

export const definition = request(
  DefinitionRequest.type,
  () => ({ definitionProvider: true }),
  async (session, { textDocument, position }): Promise<Definition | LocationLink[] | null> => {
    const document = await readWithOthers(session, textDocument.uri);
    if (!document) return null;
    const target = targetAt(session.plans.project, document.key, offsetFrom(position, document.lines));
    if (!target?.definition) return null;
    const [name] = locationsOf(session, target.uri, target.definition.at);
    const [whole] = locationsOf(session, target.uri, target.definition.whole);
    if (!name || !whole) return null;
    if (!session.client.definitionLinks) return name;
    return [
      {
        originSelectionRange: rangeOf(target.at, document.lines),
        targetUri: name.uri,
        targetRange: whole.range,
        targetSelectionRange: name.range,
      },
    ];
  },
);
