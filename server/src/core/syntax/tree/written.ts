/** What an author wrote, as a message may show it: on one line, cut to a length that can be read, nothing hidden. */

const longest = 40;
/** Of a longer text no more is looked at: what is shown ends long before. */
const LOOKED_AT = 1_000;

/** `text` in double quotes, cut at 40 characters, with control and other unseen characters made visible. */
export function written(text: string): string {
  const line = text
    .trim()
    .slice(0, LOOKED_AT)
    .replace(/\s*[\r\n]\s*/g, ' ');
  const characters = [...line.slice(0, 2 * longest + 2)];
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  return `"${visible(cut)}"`;
}

/** `text` with what cannot be seen in it written as "<U+200B>". */
export function visible(text: string): string {
  return text.replace(unseen, character => `<${codePoint(character)}>`);
}

/** "U+200B" for a character. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `text` in quotes, as YAML reads it back unchanged: double quotes where they need no escapes, else single ones. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;
