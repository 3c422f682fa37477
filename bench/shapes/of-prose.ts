/** Shapes of narrative, which is read as Markdown. */
import { filled, inLongLines, type Shape } from './shape';

const narrative = `one_plan: 1\ntitle: A plan\nnarrative:\n  vision: |\n`;
const prose = (name: string, part: (index: number) => string): Shape => ({
  name: `narrative: ${name}`,
  text: size => inLongLines(size, narrative, { start: () => '    ', part, end: '' }),
});
const lines = (name: string, part: (index: number) => string): Shape => ({
  name: `narrative: ${name}`,
  text: size => filled(size, narrative, part),
});

export const proseShapes: readonly Shape[] = [
  prose('brackets', () => '['),
  prose('links left open', () => '[a](b '),
  prose('pictures', () => '![a'),
  prose('stars', () => '*a **b '),
  prose('underscores', () => '_a__b '),
  prose('tildes', () => '~~a ~b '),
  prose('ticks', index => `${'`'.repeat(1 + (index % 50))}a `),
  prose('angle brackets', () => '<a '),
  prose('comments of HTML left open', () => '<!-- a '),
  prose('ampersands', () => '&amp;&a'),
  prose('backslashes', () => '\\a\\'),
  prose('addresses', () => 'http://a.b/c www.d.e f@g.h '),
  prose('amounts', () => '£1m £2,000 by 2019-20 '),
  prose('promises', () => 'We will save £1m by March 2019. '),
  prose('spaces', () => ' '),
  prose('bars', () => '|a|-'),
  lines('quotes in quotes', index => `    ${'>'.repeat(index % 100)} a\n`),
  lines('lists in lists', index => `    ${' '.repeat((2 * index) % 100)}- a\n`),
  lines('headings', () => '    # a\n'),
  lines('tables', () => '    | a | b |\n    |---|---|\n'),
  lines('fences left open', () => '    ~~~ a\n    ```\n'),
  lines('names of links', index => `    [a${index}]: b\n    [a${index}]\n`),
  lines('footnotes', index => `    [^a${index}]: b\n    c[^a${index}]\n`),
  lines('placeholders', () => '    To be confirmed. TBC. tbd xxx\n'),
];
