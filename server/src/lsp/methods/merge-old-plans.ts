/**
 * `oneplan/oldPlans` and `oneplan/mergeOldPlans`: which old plans can be brought into a plan, and one step of doing so: a
 * question for its author, or the edit when nothing is open any more.
 */
import { mergePlans, type OldPlan, type OldScheme, pendingSchemes, type Question, readAnswers } from '../../core/index';
import type { MergeStep } from '../../protocol';
import { folderOf, keyOf, wayFrom } from '../../workspace/uri';
import { ownRequest } from '../method';
import { type ReadDocument, readWithOthers } from '../read-document';
import type { Session } from '../session';
import { editsOf } from '../to-lsp';

export const oldPlans = ownRequest('oneplan/oldPlans', async (session, { textDocument }) => {
  await session.prepared;
  // An old plan may have been put into the folder just now, and editors tell of files late.
  await session.plans.readAgain();
  const document = await readWithOthers(session, textDocument.uri);
  const plan = document?.analysis.document;
  if (!document || plan?.kind !== 'one-plan') return null;
  const { project } = session.plans;
  return readOldPlans(session, document, project.uris()).flatMap(old => {
    const schemes = pendingSchemes(old, plan, project.around(document.key)).length;
    if (schemes === 0) return [];
    return [{ uri: old.uri, path: old.path, title: old.plan.title.value ?? old.path, schemes }];
  });
});

export const mergeOldPlans = ownRequest('oneplan/mergeOldPlans', async (session, asked): Promise<MergeStep | null> => {
  await session.prepared;
  const document = await readWithOthers(session, asked.textDocument.uri);
  const plan = document?.analysis.document;
  if (!document || plan?.kind !== 'one-plan') return null;
  const around = session.plans.project.around(document.key);
  const old = readOldPlans(session, document, asked.oldPlans.map(keyOf));
  const open = old.flatMap(one => pendingSchemes(one, plan, around));
  const answers = readAnswers(asked.became, asked.otherPlaces, old, open);
  if ('mistakes' in answers) return { kind: 'refused', why: answers.mistakes };
  const merger = mergePlans(document.analysis, old, around, answers);
  if (merger.kind === 'refused') return merger;
  if (merger.kind === 'asks') return question(merger.questions, open);
  return {
    kind: 'merged',
    edits: editsOf(merger.edits, document.lines),
    version: session.open.get(document.key)?.version ?? null,
    schemes: merger.carried.length,
  };
});

/** The old plans among `keys` that can be named from the plan. */
function readOldPlans({ plans }: Session, { key: from }: ReadDocument, keys: readonly string[]): readonly OldPlan[] {
  return keys.flatMap(uri => {
    const analysis = plans.analysis(uri);
    const plan = analysis?.document;
    const path = wayFrom(folderOf(from) ?? '', uri);
    if (plan?.kind !== 'bcf-plan' || path === undefined || plans.project.locate(from, path) !== uri) return [];
    return analysis?.faults.some(({ rule }) => rule === 'yaml-syntax') ? [] : [{ uri, path, plan }];
  });
}

function question(questions: readonly Question[], open: readonly OldScheme[]): MergeStep {
  const [first] = questions;
  if (!first) return { kind: 'asks', title: '', text: '', left: 0, options: [] };
  const scheme = first.kind === 'place' ? '' : `${reference(first.about, open)}=`;
  const options = first.options.map(option => ({ ...option, scheme }));
  return { kind: 'asks', title: first.title, text: first.text, left: questions.length, options };
}

/** The id, with its file where several old plans have it. */
function reference({ id, from }: OldScheme, open: readonly OldScheme[]): string {
  return open.filter(other => other.id === id).length > 1 ? `${from.path}:${id}` : id;
}
