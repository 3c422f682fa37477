/** The words that authors write where a person or a text is still to be found. */

/** Whether `written` only holds a place: "TBC", "vacant", "n/a", "?" and the like, in any case. */
export function isPlaceholder(written: string): boolean {
  return PLACEHOLDERS.has(written.trim().toLowerCase().replace(/[.]+$/, ''));
}

const PLACEHOLDERS = new Set([
  '',
  '~',
  'null',
  'tbc',
  'tbd',
  'tba',
  'to be confirmed',
  'to be agreed',
  'vacant',
  'n/a',
  '?',
  '-',
]);
