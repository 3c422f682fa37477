/** Random changes of a text, of the kind that people and their editors make. */
import type { TextEdit } from '../../../server/src/core/text/edit';

/** A random number in [0, limit), whole. */
export type Random = (limit: number) => number;

/** Numbers that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

const pieces = [
  ...[...'"\'[]{},:#-?&*!|>%@`\t \n\r\\'],
  ...['\n', '\n  ', '\n    ', '- ', '\n- ', '\n  - ', ': ', ' #', '# note\n', '\n---\n', '\n...\n', '%YAML 1.2\n'],
  ...[
    'title: Care\n',
    '\nrisks:#',
    'risks:\n',
    'lead: -',
    'a: &x 1\n',
    '*x',
    '!!str ',
    '<<: *x',
    '? ',
    '|\n',
    '>-\n',
    "''",
    '""',
  ],
  ...[
    '\n<<<<<<< ours\n',
    '\n=======\n',
    '\n>>>>>>> theirs\n',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\0',
    '“',
    '”',
    '£1,250,000',
    '007',
  ],
  ...['{a: 1, b: [2, 3]}', '}', ']', '{', '[', '\r\n', 'lines:\n    - id: x\n', 'null', '~', '1.10', '\ud800', '😀'],
];

/** One edit somewhere in `text`: a piece put in, a stretch taken out, a line moved, doubled or indented. */
export function randomEdit(text: string, random: Random): TextEdit {
  const at = random(text.length + 1);
  const piece = pieces[random(pieces.length)] ?? '';
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  switch (random(8)) {
    case 0:
      return { at: { start: at, end: Math.min(text.length, at + 1 + random(3)) }, text: '' };
    case 1:
      return { at: { start: lineStart, end: lineEnd }, text: '' };
    case 2:
      return { at: { start: lineEnd, end: lineEnd }, text: text.slice(lineStart, lineEnd) };
    case 3:
      return { at: { start: lineStart, end: lineStart }, text: ' '.repeat(1 + random(3)) };
    case 4: {
      const spaces = /^ */.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
      return { at: { start: lineStart, end: lineStart + Math.min(spaces, 1 + random(3)) }, text: '' };
    }
    case 5:
      return { at: { start: at, end: Math.min(text.length, at + random(200)) }, text: piece };
    default:
      return { at: { start: at, end: at }, text: piece };
  }
}
