/** `oneplan/readiness`: what stands between a plan and its being agreed, by section, each with its place. */
import { readinessFrom } from '../../core/index';
import { ownRequest } from '../method';
import { readWithOthers } from '../read-document';
import { rangeOf } from '../to-lsp';

export const readiness = ownRequest('oneplan/readiness', async (session, { textDocument }) => {
  const document = await readWithOthers(session, textDocument.uri);
  const judgement = document && session.plans.judgeAsAgreed(document.key);
  if (document?.analysis.document?.kind !== 'one-plan' || !judgement) return null;
  const { sections } = readinessFrom(document.analysis, judgement);
  return {
    sections: sections.map(({ key, title, toDo }) => ({
      key,
      title,
      toDo: toDo.map(({ rule, message, at }) => ({ rule, message, range: rangeOf(at, document.lines) })),
    })),
  };
});
