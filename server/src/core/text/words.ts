/** Helpers for building messages. */

/** Author's text for a message: on one line, cut to `limit` characters, control characters made visible. */
export function shorten(text: string, limit = 60): string {
  const line = text
    .slice(0, LOOKED_AT)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/gu, character => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** Limit on the characters examined; what is shown ends long before. */
const LOOKED_AT = 1_000;

/** `Scheme "Falls"` as it stands within a sentence: `scheme "Falls"`. */
export function lowerFirst(called: string): string {
  return called.charAt(0).toLowerCase() + called.slice(1);
}

/** `1,000`: a whole number in groups of three digits. `Intl` would load its tables for it, which takes longer than a plan. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
