/** Colons: one too many inside a text, one left out, one without a space, another sign in its place. */
import { say } from '../../../text/say';
import { quoted, written } from '../../tree/written';
import { fieldsOf } from './field';
import { isKnownKey, startsSentence } from './known-words';
import { contentAfter, type LocalSpan, lineAt } from './line';
import type { Detector, Diagnosis } from './mistake';

/** `title: Care: a plan` */
export const colonInText: Detector = function* ({ text, ...sight }) {
  for (const { key, value } of fieldsOf({ text, ...sight })) {
    const source = text.slice(value.from, value.to);
    if (!key || !/:(?:\s|$)/.test(source) || /^["'[{|>]/.test(source)) continue;
    yield colonFound(source, value);
  }
};

/** The finding on a text that holds a colon. */
export function colonFound(source: string, value: LocalSpan): Diagnosis {
  return {
    mistake: 'colon-in-text',
    at: value,
    message: say`The text ${written(source)} has a colon in it, so it needs quotes. Put one before it and one after it.`,
    repair: [{ ...value, text: quoted(source) }],
    fix: { title: say`Put the text in quotes`, safe: true },
  };
}

/** `title:North Yorkshire` */
export const noSpaceAfterColon: Detector = function* (sight) {
  const { text } = sight;
  for (const { key, value } of fieldsOf(sight)) {
    const match = /^([A-Za-z_][\w-]*|\d{4}-\d{2}|"[^"]*"|'[^']*'):(?=[^\s:/])/.exec(text.slice(value.from, value.to));
    if (key || match?.[1] === undefined) continue;
    const colon = value.from + match[1].length;
    yield {
      mistake: 'no-space-after-colon',
      at: { from: value.from, to: colon + 1 },
      message: say`There is no space after ${written(`${match[1]}:`)}, so it is not read as a key. Put a space after the colon.`,
      repair: [{ from: colon + 1, to: colon + 1, text: ' ' }],
      fix: { title: say`Put a space after the colon`, safe: true },
    };
  }
};

/** `title = North Yorkshire`, `service; acute`, `lead – a-example` */
export const otherSignForColon: Detector = function* (sight) {
  const { text } = sight;
  for (const { key, value } of fieldsOf(sight)) {
    const match = /^([A-Za-z_][\w-]*)(\s*(?:=+>?|;)\s*|\s+[-–—]\s+)(?=(\S.*)|$)/.exec(text.slice(value.from, value.to));
    if (key || match?.[1] === undefined || match[2] === undefined) continue;
    if (/[;–—-]/.test(match[2]) && !isKnownKey(match[1])) continue;
    if (/[–—-]/.test(match[2]) && startsSentence(match[1], match[3] ?? '')) continue;
    const from = value.from + match[1].length;
    const sign = from + match[2].search(/\S/);
    yield {
      mistake: 'equals-for-colon',
      at: { from: sign, to: sign + match[2].trim().length },
      message: say`The key ${written(match[1])} is followed by "${match[2].trim()}". Write a colon and a space instead: "${match[1]}: ".`,
      repair: [{ from, to: from + match[2].length, text: ': ' }],
      fix: { title: say`Write a colon for "${match[2].trim()}"`, safe: true },
    };
  }
};

/** `title：North Yorkshire`, with the wide colon of an East Asian keyboard or a look-alike. */
export const wideColon: Detector = function* (sight) {
  const { text } = sight;
  for (const { key, value } of fieldsOf(sight)) {
    const match = /^([A-Za-z_][\w-]*)\s*([\uff1a\ufe55\ua789\u2236])\s*/.exec(text.slice(value.from, value.to));
    if (key || match?.[1] === undefined || match[2] === undefined) continue;
    const sign = value.from + match[0].indexOf(match[2]);
    yield {
      mistake: 'wide-colon',
      at: { from: sign, to: sign + 1 },
      message: say`The sign after ${written(match[1])} looks like a colon but is another character. Write an ordinary colon and a space.`,
      repair: [{ from: value.from + match[1].length, to: value.from + match[0].length, text: ': ' }],
      fix: { title: say`Write an ordinary colon`, safe: true },
    };
  }
};

/** `title North Yorkshire`, `partners` alone above its list. */
export const missingColon: Detector = function* (sight) {
  const { text } = sight;
  for (const { key, value } of fieldsOf(sight)) {
    const match = /^([A-Za-z_][\w-]*|\d{4}-\d{2})(\s+|$)(.*)/.exec(text.slice(value.from, value.to));
    if (key || match?.[1] === undefined) continue;
    const word = match[1];
    const after = value.from + word.length;
    if (!isKnownKey(word) && !/^(?:[a-z]+_[a-z_]+|\d{4}-\d{2})$/.test(word) && match[3] !== '') continue;
    if (match[3] === '' && !isKnownKey(word) && !headsLines(text, after)) continue;
    if (startsSentence(word, match[3] ?? '')) continue;
    yield withoutColon(word, value.from, match[3] ? 'value' : 'heading');
  }
};

/** The key `word` at `from` lacks its colon before its value, or as the heading of the lines below it. */
export function withoutColon(word: string, from: number, before: 'value' | 'heading'): Diagnosis {
  const after = from + word.length;
  const message =
    before === 'heading'
      ? say`There is no colon after ${written(word)}, so it is not read as a key. Write "${word}:".`
      : say`There is no colon after ${written(word)}, so it is not read as a key. Write "${word}:" and a space.`;
  return {
    mistake: 'missing-colon',
    at: { from, to: after },
    message,
    repair: [{ from: after, to: after, text: ':' }],
    fix: { title: say`Write "${word}:"`, safe: false },
  };
}

/** Whether the lines below the word at `offset` are indented deeper, or are items. */
function headsLines(text: string, offset: number): boolean {
  const line = lineAt(text, offset);
  const below = contentAfter(text, line);
  return (
    below !== undefined && (below.indent > line.indent || (below.dash !== undefined && below.indent === line.indent))
  );
}
