/** `oneplan/readiness`: what stands between a plan and its being agreed, by section, each with its place. */
import { wholeDocumentAt } from '../document';
import { ownRequest } from '../method';
import { rangeOf } from '../to-lsp';

export const readiness = ownRequest('oneplan/readiness', async (session, { textDocument }) => {
  const document = await wholeDocumentAt(session, textDocument.uri);
  const found = document && session.workspace.readiness(document.key);
  if (!found) return null;
  return {
    sections: found.sections.map(({ key, title, toDo }) => ({
      key,
      title,
      toDo: toDo.map(({ rule, message, at }) => ({ rule, message, range: rangeOf(at, document.lines) })),
    })),
  };
});
