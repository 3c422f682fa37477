/** A paragraph or a heading of prose without its markup: what the rules on words read. */
import { amountsIn, type ProseAmount } from './amounts';
import { type Sentence, sentencesIn } from './sentences';

/** The unit `at` of a passage stands at `from` in the Markdown; those after it follow, up to the next run. */
export interface Run {
  readonly at: number;
  readonly from: number;
}

export interface Passage {
  readonly kind: 'paragraph' | 'heading';
  /** The words alone; code, links, pictures and addresses are each one or more `blank` characters. */
  readonly text: string;
  /** Where the UTF-16 units of `text` stand in the Markdown, in their order. */
  readonly runs: readonly Run[];
  /** Words that were blanked out and count all the same: those of links. */
  readonly wordsOfLinks: number;
  readonly sentences: readonly Sentence[];
  readonly amounts: readonly ProseAmount[];
}

/** Stands for what is not prose. No rule matches it, and it is no part of a word. */
export const blank = '\ufffc';

export function passage(kind: Passage['kind'], text: string, runs: readonly Run[], wordsOfLinks: number): Passage {
  const prose = /[@/]|www/.test(text) ? text.replace(ADDRESS, address => blank.repeat(address.length)) : text;
  return {
    kind,
    text: prose,
    runs,
    wordsOfLinks,
    sentences: sentencesIn(prose),
    amounts: amountsIn(prose),
  };
}

/** The offset in the Markdown of the unit `at`; `undefined` where the passage has no such unit. */
export function offsetIn({ text, runs }: Passage, at: number): number | undefined {
  if (at < 0 || at >= text.length) return undefined;
  let [first, beyond] = [0, runs.length];
  while (beyond - first > 1) {
    const middle = (first + beyond) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) first = middle;
    else beyond = middle;
  }
  const run = runs[first];
  return run && run.at <= at ? run.from + at - run.at : undefined;
}

/** `read`, called once for each passage: what follows from its words alone outlives every edit elsewhere. */
export function perPassage<T>(read: (passage: Passage) => T): (passage: Passage) => T {
  const known = new WeakMap<Passage, T>();
  return passage => {
    const before = known.get(passage);
    if (before !== undefined) return before;
    const value = read(passage);
    known.set(passage, value);
    return value;
  };
}

/** How many words a passage has, those of links included. */
export const wordsIn = perPassage(({ text, wordsOfLinks }) => countWords(text) + wordsOfLinks);

/** What `pattern`, which is global, finds in `text`. Most texts hold nothing of it, and are not looked through with care. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

/** Runs of characters between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(BETWEEN_WORDS).filter(word => LETTER_OR_DIGIT.test(word)).length;
}

const BETWEEN_WORDS = /[\s\ufffc]+/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g;
