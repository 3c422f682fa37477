/** `oneplan/readiness`: what stands between a plan and its being agreed, by section, each with its place. */
import { ProtocolRequestType, type Range } from 'vscode-languageserver';
import { readinessFrom } from '../../core/index';
import { noCapabilities, request } from '../method';
import { readWithOthers } from '../read-document';
import { rangeOf } from '../to-lsp';

export interface PlanReadiness {
  /** In the order of the format; sections with nothing to do are left out. */
  readonly sections: readonly {
    readonly key: string;
    readonly title: string;
    readonly toDo: readonly { readonly rule: string; readonly message: string; readonly range: Range }[];
  }[];
}

interface Asked {
  readonly textDocument: { readonly uri: string };
}

export const readinessRequest = new ProtocolRequestType<Asked, PlanReadiness | null, never, void, void>(
  'oneplan/readiness',
);

export const readiness = request(readinessRequest, noCapabilities, async (session, { textDocument }) => {
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
