/**
 * `oneplan/oldPlans` and `oneplan/mergeOldPlans`: which old plans can be brought into a plan, and one step of doing so: a
 * question for its author, or the edit when nothing is open any more.
 */
import type { OldScheme, Question } from '../../core/index';
import type { MergeStep } from '../../protocol';
import { keyOf } from '../../workspace/uri';
import { wholeDocumentAt } from '../document';
import { ownRequest } from '../method';
import { editsOf } from '../to-lsp';

export const oldPlans = ownRequest('oneplan/oldPlans', async (session, { textDocument }) => {
  await session.prepared;
  // Search again: an old plan may just have been added, and editors report new files late.
  await session.readFilesAgain();
  const document = await wholeDocumentAt(session, textDocument.uri);
  const known = document && session.workspace.oldPlans(document.key);
  if (!known) return null;
  return known.map(({ old: { uri, path, plan }, open }) => ({
    uri,
    path,
    title: plan.title.value ?? path,
    schemes: open,
  }));
});

export const mergeOldPlans = ownRequest(
  'oneplan/mergeOldPlans',
  async (session, { textDocument, oldPlans: wanted, became, otherPlaces }): Promise<MergeStep | null> => {
    await session.prepared;
    const document = await wholeDocumentAt(session, textDocument.uri);
    if (!document) return null;
    const { workspace, open } = session;
    const old = workspace.oldPlansAmong(document.key, wanted.map(keyOf));
    const step = workspace.isOpenPlan(document.key)
      ? workspace.merge(document.key, old, became, otherPlaces)
      : undefined;
    if (!step) return null;
    const { merger } = step;
    if (merger.kind === 'refused') return merger;
    if (merger.kind === 'asks') return question(merger.questions, step.open);
    return {
      kind: 'merged',
      edits: editsOf(merger.edits, document.lines),
      version: open.versionOf(document.key),
      schemes: merger.carried.length,
    };
  },
);

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
