/** The keywords of our own that the schemas carry for people and for the editor; a validator passes over them. */
import type { Ajv } from 'ajv';

/** The names of these keywords. */
const annotations = [
  'x-form',
  'x-ref',
  'x-kind',
  'x-item-name',
  'x-noun',
  'x-section',
  'x-asked-by',
  'x-enum-descriptions',
  'x-suggestions',
] as const;

/** Tells an Ajv of these keywords, so that its strict mode still refuses every other unknown one; gives it back. */
export function declareAnnotations<T extends Pick<Ajv, 'addVocabulary'>>(ajv: T): T {
  ajv.addVocabulary([...annotations]);
  return ajv;
}
