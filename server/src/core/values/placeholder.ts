/** Placeholders that authors write until a person or a text is known. */

/** Whether `written` is only a placeholder: "TBC", "TBC (HR)", "vacant", "n/a", "??" and the like, in any case. */
export function isPlaceholder(written: string): boolean {
  const text = written.trim().toLowerCase();
  if (/^[a-z]+$/.test(text)) return PLACEHOLDERS.has(text);
  return PLACEHOLDERS.has(text.replace(/[.]+$/, '')) || (text.length <= 60 && HOLDS_A_PLACE.test(text));
}

/** Only signs, or a placeholder with a detail: "TBC (HR)", "to be confirmed by the board", "vacant post". */
const HOLDS_A_PLACE =
  /^(?:[?.…_–—-]+|(?:tb[acd]|to be (?:advised|agreed|appointed|confirmed|decided|recruited))(?:[\s,:;(/–-].*)?|vacant (?:post|role)|vacant \(.*\))$/;

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
