/** Texts made to exhaust a reader: each is read, three times over, in two seconds of a processor, and what is refused is told. */
import assert from 'node:assert/strict';
import { parse } from '../../../server/src/core/syntax/parse';
import { keepsTo } from '../../support/resource-usage';
import { checkPlaces } from './reading';

const allowed = 2_000;

/** Name, text, and whether something must be told of it. */
const bombs: readonly (readonly [string, string, 'told' | 'sound'])[] = [
  ['a thousand open brackets', '['.repeat(1_000), 'told'],
  ['a thousand open brackets after a key', `a: ${'['.repeat(1_000)}`, 'told'],
  ['a million open brackets', '['.repeat(1_000_000), 'told'],
  ['brackets opened and closed', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'told'],
  ['a million closing brackets', `a: ${']'.repeat(1_000_000)}`, 'told'],
  ['brackets in brackets, quoted', '["a", '.repeat(1_000), 'told'],
  ['mappings in mappings', '{a: '.repeat(100_000), 'told'],
  ['dashes', '- '.repeat(100_000), 'told'],
  ['question marks', '? '.repeat(100_000), 'told'],
  ['question marks and dashes', '? - '.repeat(10_000), 'told'],
  ['keys in keys', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), 'told'],
  ['a hundred thousand equal keys', 'a: 1\n'.repeat(100_000), 'told'],
  ['equal keys in one section', `s:\n${'  a: 1\n'.repeat(50_000)}`, 'told'],
  ['equal keys in one item', `s:\n  - x: 1\n${'    a: 1\n'.repeat(20_000)}`, 'told'],
  ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, key) => `k${key}: 1\n`).join(''), 'sound'],
  [
    'a mapping of many keys between brackets',
    `a: {${Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`).join(',\n  ')}}`,
    'sound',
  ],
  ['wrong escapes', `a: "${'\\q'.repeat(100_000)}"`, 'told'],
  ['commas', `a: [${','.repeat(1_000_000)}`, 'told'],
  ['signs', 'a: @x,\n'.repeat(50_000), 'told'],
  ['lines that are wrongly indented', 'a: 1\n   b: 2\n'.repeat(50_000), 'told'],
  ['tabs', `a:\n${'\tb: 1\n'.repeat(50_000)}`, 'told'],
  ['texts without a key', 'text\n'.repeat(100_000), 'sound'],
  ['documents', '---\n'.repeat(100_000), 'told'],
  ['documents with keys', 'a: 1\n---\n'.repeat(50_000), 'told'],
  ['instructions', `${'%YAML 1.2\n'.repeat(100_000)}a: 1\n`, 'told'],
  ['conflicts', '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(10_000), 'told'],
  ['open conflicts', '<<<<<<< a\n'.repeat(100_000), 'told'],
  [
    'aliases that double',
    `a: &a0 [x, x]\n${Array.from({ length: 40 }, (_, level) => `b${level}: &a${level + 1} [*a${level}, *a${level}]\n`).join('')}`,
    'told',
  ],
  ['many aliases', `a: &a x\n${Array.from({ length: 8_000 }, (_, level) => `b${level}: *a\n`).join('')}`, 'told'],
  ['an alias of itself', 'a: &a [*a]\n', 'told'],
  ['keys that copy each other', 'a: &a\n  <<: *b\nb: &b\n  <<: *a\n', 'told'],
  ['a million empty lines', '\n'.repeat(1_000_000), 'sound'],
  ['a megabyte of plain text', `a: ${'word '.repeat(200_000)}`, 'told'],
  ['a megabyte in quotes that are not closed', `a: "${'word '.repeat(200_000)}\nb: 1\n`, 'told'],
  ['a megabyte of comment', `# ${'word '.repeat(200_000)}`, 'told'],
  ['a megabyte of spaces', ' '.repeat(1_000_000), 'told'],
  ['a megabyte of spaces before a key', `a:\n${' '.repeat(1_000_000)}b: 1`, 'told'],
  ['quotes', '"\n'.repeat(100_000), 'told'],
  ['unseen characters', `a: ${'\u200b'.repeat(100_000)}`, 'told'],
  ['no-break spaces', `a:\n${'\u00a0\n'.repeat(100_000)}`, 'told'],
  ['zeros', `a: ${'\0'.repeat(500_000)}`, 'told'],
  ['old line breaks', 'a: 1\r'.repeat(100_000), 'told'],
  ['tags', 'a: !x 1\n'.repeat(20_000), 'told'],
  ['bullets', `a:\n${'  • x\n'.repeat(20_000)}`, 'told'],
  ['amounts cut by commas', `a: [${'£1,250,000, '.repeat(20_000)}1]`, 'told'],
  ['leads that are missing', `a:\n${'  - {lead: -, b: ?}\n'.repeat(1_000)}`, 'sound'],
  ['a hundred thousand characters on a line', `a: ${'word '.repeat(19_999)}\n`, 'sound'],
];

describe('limits', () => {
  for (const [name, text, expected] of bombs) {
    it(`reads ${name}`, () => {
      for (const _ of [1, 2, 3]) {
        const tree = keepsTo(allowed, () => parse(text));
        checkPlaces(tree);
        assert.equal(tree.faults.length > 0, expected === 'told');
        assert.ok(tree.faults.length <= 1_000);
      }
    });
  }

  it('tells of depth and size once, and reads the rest', () => {
    const tree = parse(`a: ${'['.repeat(100)}\nb: 2\nc: [${'1, '.repeat(70_000)}]\nd: 4\n`);
    assert.deepEqual(
      tree.faults.map(({ rule }) => rule),
      ['too-large', 'too-large'],
    );
    assert.deepEqual(
      ['b', 'd'].map(key => tree.root.get(key)?.kind),
      ['scalar', 'scalar'],
    );
  });

  it('stops reading faulty parts when there are too many, says so once, and still reads the sound ones', () => {
    const tree = parse(`${'a: @x\n'.repeat(50_000)}last: {from: 2017-04-01}\n`);
    assert.equal(tree.faults.filter(({ rule }) => rule === 'too-large').length <= 1, true);
    assert.equal(tree.root.get('last')?.kind, 'map');
  });

  it('reads empty texts, comments and all kinds of line ends', () => {
    for (const text of [
      '',
      '\ufeff',
      '\n',
      '# nothing yet\n',
      '\ufeff# nothing yet',
      '\r\n\r\n',
      '---\n',
      '---\n# x\n...\n',
    ]) {
      const tree = parse(text);
      assert.deepEqual(
        [tree.faults.length, tree.root.entries.length, tree.other],
        [0, 0, undefined],
        JSON.stringify(text),
      );
    }
    const windows = parse('\ufeffa: 1\r\nb:\r\n  - c\r\nd: |\r\n  e\r\n  f\r\n');
    assert.deepEqual(windows.faults, []);
    assert.deepEqual(
      windows.root.entries.map(({ key }) => [key.text, key.start]),
      [
        ['a', 1],
        ['b', 7],
        ['d', 18],
      ],
    );
  });
});
