/** `textDocument/codeLens`: a scheme's money, milestones and references above it, the balance of each year above the budget. */
import { type CodeLens, CodeLensRequest } from 'vscode-languageserver';
import { visible } from '../../core/index';
import { documentAt } from '../document';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

/** The command of our own client that shows places; its arguments are those of a `LocationLink` list. */
const showReferences = 'onePlan.showReferences';

export const codeLens = request(
  CodeLensRequest.type,
  () => ({ codeLensProvider: {} }),
  (session, { textDocument }): CodeLens[] | null => {
    const document = documentAt(session, textDocument.uri);
    const lenses = document && session.workspace.codeLenses(document.key);
    if (!lenses) return null;
    const { lines, uri } = document;
    return lenses.map(({ at, title, places }) => {
      const range = rangeOf(at, lines);
      const locations = places.map(place => ({ uri, range: rangeOf(place, lines) }));
      const canShow = session.client.own.showsReferences && locations.length > 0;
      const command = canShow
        ? { title: visible(title), command: showReferences, arguments: [uri, range.start, locations] }
        : { title: visible(title), command: '' };
      return { range, command };
    });
  },
);
