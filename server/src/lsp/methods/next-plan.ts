/** `oneplan/nextPlanChoices` and `oneplan/nextPlan`: what an editor asks before it makes next year's plan of an open one, and its text. */
import { frameworkNamed, say } from '../../core/index';
import type { MadeNextPlan } from '../../protocol';
import { nameOf } from '../../workspace/uri';
import { wholeDocumentAt } from '../document';
import { ownRequest } from '../method';
import { editsOf } from '../to-lsp';
import { dayIn, wrongPeriod } from './new-plan';

export const nextPlanChoices = ownRequest('oneplan/nextPlanChoices', async (session, { textDocument, today }) => {
  const document = await wholeDocumentAt(session, textDocument.uri);
  const frameworks = document && session.workspace.nextChoices(document.key, dayIn(today));
  return frameworks ? { frameworks } : null;
});

export const nextPlanText = ownRequest('oneplan/nextPlan', async (session, asked): Promise<MadeNextPlan> => {
  const { textDocument, period, framework: id, place } = asked;
  const document = await wholeDocumentAt(session, textDocument.uri);
  if (!document) return refused(say`This is no plan any more.`);
  const { workspace, open } = session;
  const framework = frameworkNamed(id, workspace.settings(document.key).frameworks);
  if (!framework) return refused(say`There is no framework "${id}". Choose another one.`);
  const wrong = wrongPeriod(period);
  if (wrong !== undefined) return refused(wrong);
  const from = nameOf(document.key);
  const named = place === undefined ? {} : { place };
  const made = workspace.nextPlan(document.key, { framework, period, from, ...named });
  if (!made) return refused(say`This is no plan any more.`);
  if ('why' in made) return refused(made.why);
  if ('places' in made) return { kind: 'asks', places: made.places.map(({ code, name }) => ({ code, name })) };
  const { text, fileName, account, supersede } = made;
  return {
    kind: 'made',
    text,
    fileName,
    leftOut: account.leftOut.length,
    ...(supersede && {
      supersede: {
        why: supersede.why,
        edits: editsOf(supersede.edits, document.lines),
        version: open.versionOf(document.key),
      },
    }),
  };
});

function refused(why: string): MadeNextPlan {
  return { kind: 'refused', why };
}
