/** How YAML 1.2 (core schema) reads an unquoted scalar. Every way of parsing uses this one function. */
import type { ScalarValue } from './node';

/** The value of the plain scalar `text` (already trimmed and folded). */
export function plainValue(text: string): ScalarValue {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const startsLikeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (startsLikeNumber) return numberValue(text) ?? text;
  return WORDS.get(text) ?? (NULLS.has(text) ? null : text);
}

const NULLS = new Set(['~', 'null', 'Null', 'NULL']);
const WORDS = new Map<string, boolean>([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

function numberValue(text: string): number | undefined {
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^0x[\da-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  return undefined;
}
