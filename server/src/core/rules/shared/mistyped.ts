/**
 * Which known words an author most likely meant by words that are not known. The fault of such a word is reported where
 * it stands; a rule asks here so that it does not report the same cause a second time as something missing.
 */
import { NearWords } from '../../text/nearest';
import { wordMeant } from '../../text/word-meant';

/** A word that may be referred to, and the name that an author may have written in its place. */
export interface KnownWord {
  readonly word: string | undefined;
  readonly name?: string | undefined;
}

/** The words of `known` that some of `written` seem to mean without being any of them. */
export function mistyped(written: Iterable<string | undefined>, known: readonly KnownWord[]): ReadonlySet<string> {
  const words = new Set<string>();
  const byName = new Map<string, string>();
  for (const { word, name } of known) {
    if (word === undefined) continue;
    words.add(word);
    if (name !== undefined) byName.set(name.toLowerCase(), word);
  }
  const near = new NearWords(words);
  const meant = new Set<string>();
  for (const text of new Set(written)) {
    if (text === undefined || words.has(text)) continue;
    const word = byName.get(text.toLowerCase()) ?? wordMeant(text, near);
    if (word !== undefined) meant.add(word);
  }
  return meant;
}
