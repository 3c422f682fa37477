/**
 * The known word most likely meant by a mistyped one. Few words are compared one by one; among many only those one edit
 * away are considered, so that the time of a lookup does not grow with the plan.
 */

/** The nearest of `words` to `written`, or `undefined` when none is near enough to suggest it without asking. */
export function nearest(written: string, words: Iterable<string> | NearWords): string | undefined {
  return (words instanceof NearWords ? words : new NearWords(words)).nearest(written);
}

/** Up to this many words are compared one by one; no list of the format is longer. */
const FEW_WORDS = 400;
interface Folded {
  readonly word: string;
  readonly folded: string;
}

/** A set of words indexed for repeated lookups of near ones. */
export class NearWords {
  readonly words: readonly string[];
  private folded: readonly Folded[] | undefined;
  private alike: ReadonlyMap<string, readonly Folded[]> | undefined;

  constructor(words: Iterable<string>) {
    this.words = Array.isArray(words) ? words : [...words];
  }

  get areMany(): boolean {
    return this.words.length > FEW_WORDS;
  }

  /** The nearest of the words to `written`; the first of those that are equally near. */
  nearest(written: string): string | undefined {
    const wanted = fold(written);
    if (wanted.length === 0 || wanted.length > 100) return undefined;
    let best: string | undefined;
    let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const { word, folded } of this.candidates(wanted)) {
      if (Math.abs(folded.length - wanted.length) >= least) continue;
      const apart = distance(wanted, folded, least);
      if (apart < least) {
        least = apart;
        best = word;
      }
    }
    return best;
  }

  private candidates(wanted: string): readonly Folded[] {
    this.folded ??= this.words.slice(0, MOST_WORDS).map(word => ({ word, folded: fold(word) }));
    if (!this.areMany) return this.folded;
    if (wanted.length > LONGEST) return [];
    this.alike ??= grouped(this.folded);
    const found = new Set<Folded>();
    for (const form of formsOf(wanted)) for (const each of this.alike.get(form) ?? []) found.add(each);
    return [...found];
  }
}

/** Limit on the words that are indexed; those beyond it are ignored. */
const MOST_WORDS = 20_000;
/** Limit on the letters of a word that is looked up in a large set. */
const LONGEST = 40;
/** Limit on the words kept for each form. */
const MOST_ALIKE = 8;

/** Words by each of their forms; words that differ in one letter share a form. */
function grouped(words: readonly Folded[]): ReadonlyMap<string, readonly Folded[]> {
  const groups = new Map<string, Folded[]>();
  for (const each of words) {
    if (each.folded.length > LONGEST) continue;
    for (const form of formsOf(each.folded)) {
      const group = groups.get(form);
      if (!group) groups.set(form, [each]);
      else if (group.length < MOST_ALIKE) group.push(each);
    }
  }
  return groups;
}

/** `word` itself, and without each of its letters. */
function* formsOf(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

function fold(word: string): string {
  return word
    .slice(0, 1_000)
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** Edit steps between two words, a swap of neighbours counting as one; gives up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let steps = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) steps = Math.min(steps, at(beforeLast, column - 2) + 1);
      current.push(steps);
      least = Math.min(least, steps);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
