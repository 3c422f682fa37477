/** `textDocument/definition`: from a reference to its item, from the path of an old plan to its file. */
import { type Definition, DefinitionRequest, type LocationLink } from 'vscode-languageserver';
import { locationsOf, wholeDocumentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const definition = request(
  DefinitionRequest.type,
  () => ({ definitionProvider: true }),
  async (session, { textDocument, position }): Promise<Definition | LocationLink[] | null> => {
    const document = await wholeDocumentAt(session, textDocument.uri);
    const target = document && session.workspace.definition(document.key, offsetFrom(position, document.lines));
    if (!document || !target?.definition) return null;
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
