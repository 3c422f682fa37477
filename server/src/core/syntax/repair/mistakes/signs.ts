/** Signs with which a text may not start, and those that an author writes for "nobody yet". */
import { say } from '../../../text/say';
import { quoted, written } from '../../tree/written';
import { type Field, fieldsOf } from './field';
import type { Detector, Diagnosis } from './mistake';

/** `lead: -` and `lead: ?` are read as the texts "-" and "?"; the rule on leads speaks of them. */
export const unassignedMark: Detector = function* (sight) {
  const { text } = sight;
  for (const { value, key } of fieldsOf(sight)) {
    if (!key || !/^[-?]$/.test(text.slice(value.from, value.to))) continue;
    const repair = [{ ...value, text: `"${text.slice(value.from, value.to)}"` }];
    yield { mistake: 'unassigned-mark', at: value, message: '', repair };
  }
};

/** A text that starts with a sign which means something else in YAML. */
export const textStartsWithSign: Detector = function* (sight) {
  for (const field of fieldsOf(sight)) {
    const source = sight.text.slice(field.value.from, field.value.to);
    // Brackets that end where they should hold entries: something in them is wrong.
    if (/^\[.*\]$|^\{.*\}$/.test(source)) continue;
    if (/^[@`%&*!|>,[{\]}?-]/.test(source) && !/^-?[\d£]/.test(source)) yield signAtStart(source, field);
  }
};

/** The finding on a text that starts with a sign. */
export function signAtStart(source: string, { value }: Pick<Field, 'value'>): Diagnosis {
  return {
    mistake: 'text-starts-with-sign',
    at: value,
    message: say`A text that starts with ${source[0]} needs quotes. Write ${written(source)} in quotes.`,
    repair: [{ ...value, text: quoted(source) }],
    fix: { title: say`Put the text in quotes`, safe: true },
  };
}
