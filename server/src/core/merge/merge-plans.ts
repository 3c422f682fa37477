/**
 * Brings old plans into a plan: every old scheme that is not accounted for is carried on with its money, or has stopped
 * with the reason. What nobody but the author can decide is asked, never guessed; the plan is changed by insertions alone.
 */

import type { Analysis } from '../analysis';
import type { Workspace } from '../model/workspace';
import type { TextEdit } from '../text/edit';
import { say } from '../text/say';
import { appendItems } from './append-items';
import { lineItem, schemeItem } from './carried-items';
import { type CarriedLine, carriedLines } from './carried-money';
import type { Question } from './conflicts';
import { incorporatesItem, intoEntry } from './incorporate';
import type { Answers, OldPlan } from './old-plan';
import { entryOf, obstaclesIn } from './pending-schemes';
import { resolveSchemes, type SchemeResolution } from './resolve-schemes';

export type Merger =
  /** Something must be put right first: why, as sentences. */
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  | { readonly kind: 'asks'; readonly questions: readonly Question[] }
  /** `edits` are for the text that was analysed; none where everything was accounted for already. */
  | { readonly kind: 'merged'; readonly edits: readonly TextEdit[]; readonly carried: readonly CarriedScheme[] };

/** What became of one old scheme, with its new budget line. */
export interface CarriedScheme {
  readonly fate: SchemeResolution;
  readonly line: CarriedLine | undefined;
}

/** Brings the old plans `old` into the plan `analysis`; `workspace` knows the old plans that it brings in already. */
export function mergePlans(
  analysis: Analysis,
  old: readonly OldPlan[],
  workspace: Workspace,
  answers: Answers,
): Merger {
  const { document: plan, index } = analysis;
  if (plan?.kind !== 'one-plan' || !index)
    return {
      kind: 'refused',
      why: ['The plan to bring them into is none: its first key must be "one_plan: 1". Name another.'],
    };
  const obstacles = [...obstaclesOf(analysis), ...old.flatMap(obstaclesIn)];
  if (obstacles.length > 0) return { kind: 'refused', why: obstacles };
  const { decided, questions, mistakes } = resolveSchemes(plan, old, workspace, answers);
  if (mistakes.length > 0) return { kind: 'refused', why: mistakes };
  if (questions.length > 0) return { kind: 'asks', questions };
  const lines = carriedLines(decided, plan, index, workspace);
  const carried = decided.map(fate => ({ fate, line: lines.get(fate.old) }));
  const edits = editsFor(analysis, old, workspace, carried);
  if ('blockedBy' in edits) {
    const message = say`Under "${edits.blockedBy}" of the plan stands something to which nothing can be added. Make it a list, or take it out.`;
    return { kind: 'refused', why: [message] };
  }
  return { kind: 'merged', edits, carried };
}

/** Faults of the text make it unsure where anything stands. */
function obstaclesOf({ reading, faults }: Analysis): readonly string[] {
  const unsure = reading !== 'whole' || faults.some(({ rule }) => rule === 'duplicate-key');
  return unsure ? [say`The text of the plan has faults. Put them right first: "oneplan lint" lists them.`] : [];
}

function editsFor(
  { text, document }: Analysis,
  old: readonly OldPlan[],
  workspace: Workspace,
  carried: readonly CarriedScheme[],
): readonly TextEdit[] | { readonly blockedBy: string } {
  if (document?.kind !== 'one-plan') return [];
  const { root } = document;
  const schemes = carried.flatMap(({ fate }) =>
    fate.kind === 'new' ? [schemeItem(fate.old, fate.scheme, document)] : [],
  );
  const lines = carried.flatMap(({ fate, line }) => (line ? [lineItem(fate.old, line, document)] : []));
  const fates = carried.map(({ fate }) => fate);
  const byPlan = old
    .map(one => ({ one, own: fates.filter(fate => fate.old.from === one), entry: entryOf(one, document, workspace) }))
    .filter(({ own }) => own.length > 0);
  const fresh = byPlan.flatMap(({ one, own, entry }) => (entry ? [] : [incorporatesItem(one, own)]));
  const parts = [
    appendItems(text, root, ['budget', 'lines'], lines),
    appendItems(text, root, ['schemes'], schemes),
    ...byPlan.map(({ own, entry }) => (entry ? intoEntry(text, entry, own) : [])),
    appendItems(text, root, ['incorporates'], fresh),
  ];
  const edits: TextEdit[] = [];
  for (const part of parts) {
    if ('blockedBy' in part) return part;
    edits.push(...part);
  }
  return edits;
}
