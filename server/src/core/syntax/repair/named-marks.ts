/**
 * What the titles of fixes name in words, by mistake: "the quotes", "a comma". A fix that takes or puts any other character
 * that its title does not show is never safe, whatever the mistake says of it: see `safe-fixes.ts`.
 */

/** Characters that the title of the fix for `mistake` names in words; none for a mistake that is not listed. */
export function namedMarks(mistake: string): RegExp {
  return MARKS[mistake] ?? NONE;
}

const NONE = /(?!)/;
const QUOTES = /["'`“”„‟«»‘’‚‛]/;
const COMMAS = /[,，、﹐]/u;
const COLONS = /[:：﹕꞉∶]/u;
const DASHES = /[-–—−⁃]/;
/** Characters that nobody sees; those that are wide spaces are white space. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Cs}\u180e\u115f\ufffe\uffff]/u;

const MARKS: Readonly<Record<string, RegExp>> = {
  'apostrophe-in-quotes': QUOTES,
  'backslash-in-quotes': /["'\\]/,
  bullet: DASHES,
  'colon-in-text': QUOTES,
  columns: COLONS,
  'comma-in-text': QUOTES,
  'curly-closing-quote': QUOTES,
  'curly-quotes': QUOTES,
  'cut-off-text': QUOTES,
  'dash-twice': DASHES,
  'equals-for-colon': COLONS,
  'extra-comma': COMMAS,
  'items-on-one-line': DASHES,
  'missing-colon': COLONS,
  'missing-comma': COMMAS,
  'missing-dash': DASHES,
  'number-read-differently': QUOTES,
  'pairs-without-brackets': /[{}()]/,
  'quote-in-quotes': QUOTES,
  'quote-not-closed': QUOTES,
  'semicolon-for-comma': /[,;]/,
  'sign-in-brackets': QUOTES,
  'text-after-quote': QUOTES,
  'text-starts-with-sign': QUOTES,
  'turns-direction': UNSEEN,
  'unseen-character': UNSEEN,
  'wide-colon': COLONS,
  'wide-comma': COMMAS,
};
