/** Ids for new items, made from what they are called. */
import type { Analysis } from '../analysis';

/** Words that tell nothing in an id. */
const EMPTY_WORDS = new Set(['the', 'of', 'and', 'for', 'a', 'in', 'nhs', 'clinical', 'group', 'foundation']);
const LONGEST = 30;

/** An id from `words` that no item of `kind` in the plan has: "NHS Vale of York CCG" becomes `vale-york-ccg`. */
export function idFrom(words: string, kind: string, { references }: Pick<Analysis, 'references'>): string {
  const taken = references.definitions.filter(other => other.kind === kind).map(other => other.id.text);
  return idNotAmong(taken, words, kind);
}

/** An id from `words` that is not one of `taken`; words that make none give one that starts with `kind`. */
export function idNotAmong(taken: readonly string[], words: string, kind: string): string {
  const plain = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && !EMPTY_WORDS.has(word));
  let id = '';
  for (const word of plain) if (`${id}-${word}`.length <= LONGEST) id = id === '' ? word : `${id}-${word}`;
  const sound = /^[a-z]/.test(id) ? id : `${kind}${id === '' ? '' : `-${id}`}`;
  let free = sound;
  for (let count = 2; taken.includes(free); count++) free = `${sound}-${count}`;
  return free;
}
