/**
 * Ids out of words, so that they can be read: the same name gives the same id, whether it is suggested for one in the
 * wrong form, made for a new item, or for a scheme that an old plan brings in.
 */

/** The id that was surely meant by `text` ("Falls Car" → `falls-car`); none where it would have to start with a digit. */
export function idMeant(text: string): string | undefined {
  const id = wordsOf(text).join('-');
  return /^[a-z]/.test(id) ? id : undefined;
}

/** The same words with those that start with a digit at the end ("2nd-scheme" → `scheme-2nd`); none where all do. */
export function idWithLetterFirst(text: string): string | undefined {
  const words = wordsOf(text);
  const named = words.filter(word => /^[a-z]/.test(word));
  return named.length === 0 ? undefined : [...named, ...words.filter(word => !named.includes(word))].join('-');
}

/**
 * An id for something new that is called `name`: whole words that tell something, up to 40 letters ("NHS Vale of York
 * CCG" → `vale-york-ccg`). Words that make none give one that starts with `kind`.
 */
export function idOf(name: string, kind: string): string {
  const words = wordsOf(name.replace(/&/g, ' and '));
  const telling = words.filter(word => !EMPTY_WORDS.has(word));
  let id = '';
  for (const word of telling.length > 0 ? telling : words) {
    const longer = id === '' ? word.slice(0, LONGEST) : `${id}-${word}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return /^[a-z]/.test(id) ? id : [kind, id].filter(part => part !== '').join('-');
}

/** `id` where it is free, else with `tail` behind it, else with the first number that makes it so. */
export function freeId(id: string, isTaken: (id: string) => boolean, tail = ''): string {
  if (!isTaken(id)) return id;
  const withTail = [id, ...wordsOf(tail)].join('-');
  if (!isTaken(withTail)) return withTail;
  let number = 2;
  while (isTaken(`${withTail}-${number}`)) number++;
  return `${withTail}-${number}`;
}

/** Letters that look like one another are one, and apostrophes join what they stand between. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/** Words that tell nothing in an id. */
const EMPTY_WORDS: ReadonlySet<string> = new Set('the of and for a in nhs clinical group foundation'.split(' '));
const LONGEST = 40;
