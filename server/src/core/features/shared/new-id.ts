/** Ids for new items, made from what they are called. */
import type { Analysis } from '../../analysis';
import { freeId, idOf } from '../../text/id-words';

/** An id from `words` that no item of `kind` in the plan has: "NHS Vale of York CCG" becomes `vale-york-ccg`. */
export function idFrom(words: string, kind: string, { references }: Pick<Analysis, 'references'>): string {
  const taken = new Set(references.definitions.filter(other => other.kind === kind).map(other => other.id.text));
  return freeId(idOf(words, kind), id => taken.has(id));
}
