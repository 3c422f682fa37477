/**
 * Changes that break plans: tokens and parts of the structure taken out, doubled, swapped, put elsewhere or replaced. Found
 * by their looks alone, so that what is tried does not depend on what is tested. The same numbers give the same text.
 */
import fc from 'fast-check';

/** One change: which kind, at which place, with which piece. Small numbers are simpler, for shrinking. */
export interface Mutation {
  readonly kind: number;
  readonly place: number;
  readonly other: number;
}

/** So many changes. */
export function mutations(count: number): fc.Arbitrary<readonly Mutation[]> {
  return fc.array(fc.record({ kind: fc.nat(99), place: fc.nat(99_999), other: fc.nat(99_999) }), {
    minLength: count,
    maxLength: count,
  });
}

/** `text` after `mutation`. */
export function mutate(text: string, { kind, place, other }: Mutation): string {
  const change = changes[kind % changes.length];
  return change ? change(text, place, other) : text;
}

type Change = (text: string, place: number, other: number) => string;

const ofToken =
  (replace: (token: string, other: number) => string): Change =>
  (text, place, other) => {
    const token = pick([...text.matchAll(TOKEN)], place);
    if (!token) return text;
    return text.slice(0, token.index) + replace(token[0], other) + text.slice(token.index + token[0].length);
  };

const ofEntry =
  (replace: (lines: string, other: number, text: string) => string): Change =>
  (text, place, other) => {
    const entry = pick(entriesOf(text), place);
    if (!entry) return text;
    const lines = text.slice(entry.start, entry.end);
    return text.slice(0, entry.start) + replace(lines, other, text) + text.slice(entry.end);
  };

const TOKEN = /[\p{L}\p{N}_£.-]+|[^\S\n]+|\n[ ]*|[^\p{L}\p{N}\s]/gu;
const VALUE = /(?<=: )[^\n,{}[\]]+/g;
const KEY = /[a-z][a-z_-]*(?=:)/g;

const changes: readonly Change[] = [
  ofToken(() => ''),
  ofToken(token => token + token),
  ofToken((_, other) => pick(tokens, other) ?? ''),
  ofToken((token, other) => token + (pick(tokens, other) ?? '')),
  ofToken((token, other) => token.slice(0, other % Math.max(1, token.length))),
  ofToken(token => token.toUpperCase()),
  // A value in a form that authors use, or that of another key.
  (text, place, other) => replaceMatch(text, VALUE, place, () => pick(values, other) ?? ''),
  (text, place, other) => replaceMatch(text, VALUE, place, () => pick([...text.matchAll(VALUE)], other)?.[0] ?? ''),
  (text, place, other) => replaceMatch(text, KEY, place, () => pick([...text.matchAll(KEY)], other)?.[0] ?? ''),
  // An entry with everything under it.
  ofEntry(() => ''),
  ofEntry(lines => lines + lines),
  ofEntry((lines, other, text) => {
    const second = pick(entriesOf(text), other);
    return second ? text.slice(second.start, second.end) : lines;
  }),
  ofEntry((lines, other) => lines.replace(/^/gm, ' '.repeat(1 + (other % 3)))),
  ofEntry((lines, other) => lines.replace(new RegExp(`^ {1,${1 + (other % 3)}}`, 'gm'), '')),
  ofEntry(lines => lines.replace(/:[ \n].*/s, ':\n')),
  ofEntry(lines => lines.replace(/^( *)(?:- )?/, '$1- ')),
  ofEntry(lines => lines.replace(/^( *)- /, '$1  ')),
  ofEntry((lines, other) => lines.replace(/: .*/, `: ${pick(shapes, other) ?? ''}`)),
];

const tokens = [
  ...'"\'[]{},:#-?&*!|>%@`\t\n\r ',
  ...[
    '\n  ',
    '\n- ',
    ': ',
    ' #',
    '- ',
    '---\n',
    '\n...\n',
    '%YAML 1.2\n',
    '\r\n',
    '&x ',
    '*x',
    '!!str ',
    '<<: *x',
    '? ',
  ],
  ...[
    '|\n',
    '>-\n',
    '"open',
    "it's",
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\0',
    '\u202e',
    '“text”',
    '£1,250,000',
    '007',
    '1e400',
  ],
  ...['<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', '__proto__', 'constructor', '\ud800', '🤖', '•', '–', '：'],
];

const values = [
  ...['yes', 'No', 'TRUE', 'on', 'TBC', '?', '-', '~', 'null', '""', "'it''s'", 'vacant', 'Section 75 signed'],
  ...['31/03/2019', '1st April 2018', 'March 2018', '2018-02-30', '2018-19', '2018/19', '04/13/2018', '0000-00-00'],
  ...['1.2m', '£12.5 million', 'GBP 5m', '£1,25,000', '£1,250,000', '1e9', '0x10', '12 WTE', '50%', '-0', '.5', '£-3'],
  ...[
    'Single Commissioner',
    'county',
    'nobody-here',
    'One: two',
    '# nothing',
    '@75 and over',
    '*all',
    '& more',
    '100% of it',
  ],
  ...[
    '[a, b]',
    '{a: 1}',
    '[',
    '{',
    '"open',
    '|',
    'a\n    b',
    'x'.repeat(300),
    '1.10',
    '012',
    '12:30',
    '2018-01-01T00:00:00Z',
  ],
];

const shapes = [
  '[]',
  '{}',
  '[[[]]]',
  '{a: {b: {c: 1}}}',
  '[1, two, {three: 3}]',
  '- x',
  '!!map {}',
  '&a [*a]',
  '\n  x: 1',
  'null',
];

/** Keys at the start of their lines, each with the lines that are indented under it. */
function entriesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const lines = text.split(/(?<=\n)/);
  const indents = lines.map(line => (line.trim() === '' ? Number.POSITIVE_INFINITY : line.search(/[^ ]/)));
  let start = 0;
  return lines.flatMap((line, index) => {
    const from = start;
    start += line.length;
    if (!/^ *(?:- )?[\w"'-]+:|^ *- /.test(line)) return [];
    let last = index + 1;
    while ((indents[last] ?? -1) > (indents[index] ?? 0)) last++;
    return [{ start: from, end: from + lines.slice(index, last).join('').length }];
  });
}

function replaceMatch(text: string, pattern: RegExp, place: number, replacement: () => string): string {
  const match = pick([...text.matchAll(pattern)], place);
  return match ? text.slice(0, match.index) + replacement() + text.slice(match.index + match[0].length) : text;
}

function pick<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}
