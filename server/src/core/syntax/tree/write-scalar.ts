/** Writes a value so that YAML reads exactly that text. */
import { plainValue } from './plain-scalar';

/** Where the value will stand: within `{}` or `[]` commas and brackets must be quoted too. */
export type CollectionStyle = 'block' | 'flow';

/** `text` as it is where that is enough, in double quotes where it is not. */
export function writeText(text: string, surroundings: CollectionStyle): string {
  return typeof plainValue(text) === 'string' && isPlain(text, surroundings) ? text : quote(text);
}

/** `text` in double quotes. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Whether YAML reads the unquoted `text` as it is written. */
export function isPlain(text: string, surroundings: CollectionStyle): boolean {
  if (text === '' || text !== text.trim()) return false;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/: | #|:$|[\p{Cc}\u00a0\u2028\u2029\ufeff]/u.test(text)) return false;
  return surroundings === 'block' || !/[,[\]{}]/.test(text);
}
