/**
 * The known word that an author meant by another: mistyped, or with words added or left out ("Acute care" for `acute`).
 */
import { NearWords } from './nearest';

/** The one of `words` that `written` stands for; `undefined` where none or several are likely. */
export function wordMeant(written: string, words: Iterable<string> | NearWords): string | undefined {
  const known = words instanceof NearWords ? words : new NearWords(words);
  return known.nearest(written) ?? withTheSameWords(written, known) ?? startingWith(written, known);
}

/** The only word that starts with `written`: "warn" for `warning`. Not tried in a large set. */
function startingWith(written: string, known: NearWords): string | undefined {
  if (known.areMany || !/^[a-z]{4,}$/i.test(written)) return undefined;
  const alike = known.words.filter(candidate => candidate.startsWith(written.toLowerCase()));
  return alike.length === 1 ? alike[0] : undefined;
}

/**
 * The only known text whose words are all in `written`, or that has all of its words; "not agreed" is not "agreed". In
 * a large set they must share a rare word.
 */
export function withTheSameWords(written: string, words: Iterable<string> | NearWords): string | undefined {
  if (written.length > 100) return undefined;
  const said = wordsOf(written).filter(word => !EMPTY_WORDS.has(word));
  if (said.length === 0 || said.some(word => NEGATIONS.has(word))) return undefined;
  const known = words instanceof NearWords ? words : new NearWords(words);
  const alike = candidates(said, known).filter(candidate => {
    const own = wordsOf(candidate);
    return own.every(word => said.includes(word)) || said.every(word => own.includes(word));
  });
  return alike.length === 1 ? alike[0] : undefined;
}

function candidates(said: readonly string[], known: NearWords): readonly string[] {
  if (!known.areMany) return known.words;
  const byWord = indexOf(known);
  const found = new Set<string>();
  for (const word of said) {
    const having = byWord.get(word) ?? [];
    if (having.length <= RARE) for (const candidate of having) found.add(candidate);
  }
  return [...found];
}

/** In a large set, a word counts as rare while at most this many texts have it. */
const RARE = 20;
const indexes = new WeakMap<NearWords, ReadonlyMap<string, readonly string[]>>();

/** The first texts of `known` that have each word. */
function indexOf(known: NearWords): ReadonlyMap<string, readonly string[]> {
  const before = indexes.get(known);
  if (before) return before;
  const index = new Map<string, string[]>();
  for (const candidate of known.words) {
    for (const word of new Set(wordsOf(candidate.slice(0, 200)))) {
      const having = index.get(word);
      if (!having) index.set(word, [candidate]);
      else if (having.length <= RARE) having.push(candidate);
    }
  }
  indexes.set(known, index);
  return index;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '');
}

/** Words that do not help to tell texts apart. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'a', 'service', 'services', 'scheme']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'non', 'never', 'without', 'un']);
