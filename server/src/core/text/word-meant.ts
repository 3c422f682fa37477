/** The known word that an author meant by another: mistyped, or said with more or fewer words ("Acute care" for `acute`). */
import { nearest } from './nearest';

/** The one of `words` that `written` stands for, or `undefined` where none or more than one is plain enough to suggest. */
export function wordMeant(written: string, words: Iterable<string>): string | undefined {
  const known = [...words];
  return nearest(written, known) ?? withTheSameWords(written, known) ?? startingWith(written, known);
}

/** The only one that starts with what was written: "warn" for `warning`. */
function startingWith(written: string, known: readonly string[]): string | undefined {
  if (!/^[a-z]{4,}$/i.test(written)) return undefined;
  const alike = known.filter(candidate => candidate.startsWith(written.toLowerCase()));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The only one whose words are all among those written, or the other way about; "not agreed" is not "agreed". */
export function withTheSameWords(written: string, known: readonly string[]): string | undefined {
  if (written.length > 100) return undefined;
  const said = wordsOf(written).filter(word => !EMPTY_WORDS.has(word));
  if (said.length === 0 || said.some(word => NEGATIONS.has(word))) return undefined;
  const alike = known.filter(candidate => {
    const own = wordsOf(candidate);
    return own.every(word => said.includes(word)) || said.every(word => own.includes(word));
  });
  return alike.length === 1 ? alike[0] : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '');
}

/** Words that tell nothing of what is meant. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'a', 'service', 'services', 'scheme']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'non', 'never', 'without', 'un']);
