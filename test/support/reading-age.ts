/** How hard a text is to read: the school grade of Flesch and Kincaid, with what stands in quotes left out. */

export interface Readability {
  /** Years at school that the text asks for; the age of its readers is some five years more. */
  readonly grade: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

/** What authors wrote, examples and links are shown as they are: each counts as one short word. */
export function readabilityOf(text: string): Readability {
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/"[^"]*"|`[^`]*`|“[^”]*”|\([^)]*\)/g, 'this')
    .replace(/[*_#]/g, '')
    // A list is read entry by entry.
    .replace(/(?:, [^,.]+){4,}/g, ', this');
  const sentences = plain
    .split(/[.!?:;](?:\s|$)/)
    .map(wordsOf)
    .filter(words => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { grade: 0, longest: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    longest: Math.max(...sentences.map(sentence => sentence.length)),
  };
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
}

/** Groups of vowels, but for an "e" at the end that is not spoken: near enough over many words. */
function syllablesOf(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, match => match[0] ?? '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
