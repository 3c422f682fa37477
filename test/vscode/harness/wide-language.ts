/**
 * An invented language in which every letter is wide, so that a text that stayed in narrow letters is one that nobody
 * could translate. What is filled in, and what is written for the program, stays as it is.
 */

/** `text` in wide letters; placeholders, links, code and names of icons are kept. */
export function widened(text: string): string {
  return text.replace(/\{\d+\}|\]\([^)]*\)|`[^`]*`|\$\([^)]*\)|[A-Za-z]/g, part =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + WIDER),
  );
}

/** The words of `text` in narrow letters, without what `widened` keeps. */
export function narrowWords(text: string): readonly string[] {
  return text.replace(/\]\([^)]*\)|`[^`]*`|\$\([^)]*\)/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
}

const WIDER = 'Ａ'.charCodeAt(0) - 'A'.charCodeAt(0);
