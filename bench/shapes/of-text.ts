/** Shapes of text, whatever it says: signs, brackets, quotes, spaces and lines as nobody writes them. */
import { filled, inLongLines, type Shape } from './shape';

const head = 'one_plan: 1\ntitle: A plan\n';
const lines = (name: string, part: (index: number) => string, top = head): Shape => ({
  name,
  text: size => filled(size, top, part),
});
const long = (name: string, start: (index: number) => string, part: (index: number) => string, end: string): Shape => ({
  name,
  text: size => inLongLines(size, head, { start, part, end }),
});
const key = (index: number) => `k${index}: `;

export const textShapes: readonly Shape[] = [
  // Before the text is cut up.
  lines('old line breaks', index => `k${index}: 1\r`),
  lines('merge conflicts', () => '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'),
  lines('merge conflicts without an end', () => '<<<<<<< a\nx: 1\n'),
  lines('document markers', index => `---\nk${index}: 1\n`),
  lines('instructions to YAML', () => '%YAML 1.2\n', ''),
  lines('empty lines', () => '\n'),
  lines('lines too long to be read', index => `k${index}: ${'x'.repeat(100_001)}\n`),
  lines('line separators of web pages', () => 'x\n\u2028\n', ''),
  // Cutting it up.
  lines('keys', index => `k${index}: 1\n`),
  lines('sections of one key', index => `s${index}:\n  a: 1\n`),
  lines('sections with a mistake each', index => `s${index}:\n  a: @x\n`),
  lines('words without a colon', index => `word${index}\n`),
  lines('brackets left open', index => `k${index}: [\n`),
  lines('brackets left open below each other', index => `${' '.repeat(index % 50)}k: {\n`),
  {
    name: 'comments above stray lines',
    text: size =>
      `${filled(size / 2, `${head}notes:\n`, () => '  # c\n')}${filled(size / 2, '  a: 1\n', () => '(x\n')}`,
  },
  {
    name: 'empty lines between stray lines',
    text: size => filled(size, `${head}notes:\n  a: 1\n`, () => '\n\n\n(x y\n'),
  },
  lines('texts pasted below their keys', index => `narrative${index}: |\ntext of it\n`),
  lines('keys one column too far in', index => `k${index}: 1\n   l${index}: 2\n`),
  lines('keys deeper and deeper', index => `${' '.repeat(index % 55)}a:\n`),
  // One chunk that the strict reader refuses.
  long(
    'names before words between brackets',
    index => `k${index}: [`,
    index => `&a${index} x, `,
    'y]',
  ),
  long(
    'copies that are not known',
    index => `k${index}: [`,
    index => `*a${index}, `,
    'y]',
  ),
  long(
    'one name copied',
    index => `k${index}: [&a${index} x, `,
    () => '*a0, ',
    'y]',
  ),
  {
    name: 'one list copied a hundred times',
    text: size =>
      `${head}a: &a [${filled(size, '', () => 'x, ')}y]\n`.replace(/(.{80000}[^,]*,)/g, '$1\n  ') +
      Array.from({ length: 100 }, (_, at) => `b${at}: *a\n`).join(''),
  },
  {
    name: 'one mapping copied a hundred times',
    text: size =>
      `${head}a: &a\n${filled(size, '', index => `  k${index}: ${index}\n`)}${Array.from({ length: 100 }, (_, at) => `b${at}: *a\n`).join('')}`,
  },
  {
    name: 'copies of copies',
    text: size =>
      `${head}a0: &a0 [x, x]\n${filled(size, '', index => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}# end\n`,
  },
  long(
    'tags between brackets',
    index => `k${index}: [`,
    () => '!x y, ',
    'z]',
  ),
  lines('tags', index => `k${index}: !!x y\n`),
  lines('signs where text should start', index => `k${index}: @x,\n`),
  long(
    'signs between brackets',
    index => `k${index}: [`,
    () => '@x, ',
    'y]',
  ),
  long('closing brackets', key, () => ']', ''),
  long(
    'commas',
    index => `k${index}: [`,
    () => ',',
    '',
  ),
  long('nothing but brackets', key, () => '[]', ''),
  long('words and brackets', key, () => 'a[b] ', ''),
  long(
    'dashes on a line',
    () => '',
    () => '- ',
    '',
  ),
  long(
    'question marks',
    () => '',
    () => '? ',
    '',
  ),
  long('colons', key, () => 'a: ', ''),
  long(
    'colons without a space',
    index => `k${index}: {`,
    () => 'a:b, ',
    '}',
  ),
  long(
    'amounts between brackets',
    index => `k${index}: {`,
    index => `${2000 + (index % 900)}-1: £1,000, `,
    '}',
  ),
  long('hashes', key, () => 'a #b ', ''),
  long('quotes left open', key, () => '"a ', ''),
  long(
    'quotes left open between brackets',
    index => `k${index}: [`,
    () => '"a, ',
    ']',
  ),
  long('quotes and words', key, () => '"a" b ', ''),
  long(
    'apostrophes',
    index => `k${index}: 'a`,
    () => "'s ",
    '',
  ),
  long(
    'apostrophes between brackets',
    index => `k${index}: {a: '`,
    () => "it's, ",
    '}',
  ),
  long(
    'backslashes in quotes',
    index => `k${index}: "`,
    () => '\\q',
    '"',
  ),
  long(
    'backslashes before a quote left open',
    index => `k${index}: "`,
    () => '\\\\',
    '',
  ),
  long('spaces at the end', key, () => ' ', ''),
  long(
    'spaces within a text',
    index => `k${index}: a`,
    () => ' ',
    'b',
  ),
  long(
    'spaces before a mistake',
    index => `k${index} a`,
    () => ' ',
    ': @b: c',
  ),
  long(
    'spaces between brackets',
    index => `k${index}: [a`,
    () => ' ',
    '"b]',
  ),
  long(
    'spaces in a text with a no-break space',
    index => `k${index}: a\u00a0b`,
    () => ' ',
    'c',
  ),
  long('tabs within a line', key, () => 'a\t', ''),
  long('no-break spaces', key, () => 'a\u00a0b ', ''),
  long(
    'no-break spaces after colons',
    index => `k${index}: {`,
    index => `a${index}:\u00a0b, `,
    '}',
  ),
  long('unseen characters', key, () => 'a\u200bb ', ''),
  lines('no-break spaces before keys', index => `\u00a0k${index}: 1\n`),
  lines('control characters', index => `k${index}: \u0001\n`),
  long(
    'wide commas',
    index => `k${index}: [`,
    () => 'a\uff0c',
    'b]',
  ),
  long(
    'semicolons for commas',
    index => `k${index}: {a: b`,
    index => `; k${index}: 1`,
    '}',
  ),
  long(
    'commas left out between pairs',
    index => `k${index}: {`,
    index => `name: x${index} lead: y `,
    '}',
  ),
  long(
    'commas left out between texts',
    index => `k${index}: [`,
    () => '"a" ',
    ']',
  ),
  long(
    'items on one line',
    () => '- ',
    () => '{id: a}, ',
    '{id: b}',
  ),
  long(
    'bars',
    () => '| ',
    () => 'a | ',
    '|',
  ),
  lines('rows of a table', () => '| a | b |\n'),
  lines('bullets', () => '• a: b\n'),
  lines('numbered lines', () => '1. a: b\n'),
  lines('tabs at the start', index => `\tk${index}: 1\n`),
  lines('rulers', () => '=====\n'),
  lines('wrong indentation', index => `k${index}: 1\n   b: 2\n`),
  {
    name: 'wrong indentation in one list',
    text: size => filled(size, `${head}schemes:\n  - id: a\n`, index => `${' '.repeat(3 + (index % 7))}k${index}: 1\n`),
  },
  {
    name: 'lines of text in the column of keys',
    text: size => filled(size, `${head}notes:\n  a: b\n`, () => '  some words of a text\n'),
  },
  {
    name: 'empty lines in a list with mistakes',
    text: size => filled(size, `${head}schemes:\n  - id: a\n`, () => '\n\n\n\n    - @x\n   y: 1\n'),
  },
  {
    name: 'comments in a list with mistakes',
    text: size =>
      filled(size, `${head}schemes:\n  - id: a\n`, index => (index % 200 === 0 ? '    y: @1\n   z: 1\n' : '    # c\n')),
  },
  lines('keys that stand twice', () => 'a: 1\n'),
  {
    name: 'keys that stand twice in one item',
    text: size => filled(size, `${head}schemes:\n  - id: a\n`, () => '    name: b\n    id: a\n'),
  },
  {
    name: 'a long text',
    text: size => filled(size, `${head}narrative:\n  vision: |\n`, () => '    Some words of a text that goes on.\n'),
  },
  {
    name: 'a long text with a mistake above it',
    text: size =>
      filled(size, `${head}notes:\n  x: @y\n  vision: |\n`, () => '    Some words of a text that goes on.\n'),
  },
  {
    name: 'a long text over many lines',
    text: size => filled(size, `${head}narrative:\n  vision: some words\n`, () => '    of a text that goes on\n'),
  },
  { name: 'a name of any length', text: size => `${head.replace('A plan', 'x'.repeat(Math.min(size, 90_000)))}` },
  { name: 'noise', text: size => filled(size, '', index => String.fromCharCode((index * 7_919) % 55_000)) },
  {
    name: 'a long list between brackets, in lines',
    text: size => filled(size, `${head}notes: [\n`, index => `  {a: 1, b${index}: "x y"},\n`, ']\n'),
  },
  {
    name: 'a thousand short brackets in each of many lines',
    text: size =>
      inLongLines(size, `${head}notes:\n`, { start: () => '  - [', part: index => `{a: ${index}}, `, end: '{a: 0}]' }),
  },
];
