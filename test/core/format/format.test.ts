/** Formatting: what it makes of a text, and what it keeps: meaning, comments, line ends; twice is once. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatDocument, formatRange, formatted } from '../../../server/src/core/format/format';
import { commentsOf } from '../../../server/src/core/syntax/comments';
import { parse } from '../../../server/src/core/syntax/parse';
import { applyEdits } from '../../../server/src/core/text/edit';
import { allSamples, ruleFixtures, soundSamples } from '../../support/plan-texts';
import { carriageReturns, fourSpaces } from '../../support/relayout';
import { itAtRandom } from '../../support/seed';
import { asJson } from '../syntax/plain-data';

const cases = join(__dirname, 'cases');

describe('format', () => {
  for (const name of readdirSync(cases)) {
    it(`makes of ${name} what stands below it`, () => {
      const [before = '', after = ''] = readFileSync(join(cases, name), 'utf8').split('# --- formatted\n');
      assert.equal(formatted(before), after);
      assert.equal(formatted(after), after);
    });
  }

  for (const { name, text } of allSamples()) {
    it(`leaves ${name} as it is`, () => assert.equal(formatted(text), text));
  }

  for (const { name, text } of ruleFixtures()) {
    it(`keeps what ${name} says`, () => keeps(text));
  }

  itAtRandom('brings back a plan whose layout was changed in every way that keeps its meaning', seed => {
    const plans = soundSamples().filter(({ text }) => text.length < 40_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.subarray(Object.keys(relayouts), { minLength: 1 }),
        ({ text }, names) => {
          const changed = names.reduce((result, name) => relayouts[name]?.(result) ?? result, text);
          assert.equal(
            formatted(changed),
            names.includes('carriage returns') ? relayouts['carriage returns']?.(text) : text,
          );
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  itAtRandom('keeps meaning, comments and line ends whatever is done to a plan, and twice is once', seed => {
    const plans = [...allSamples(), ...ruleFixtures()].filter(({ text }) => text.length < 12_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces)), { maxLength: 4 }),
        ({ text }, changes) => {
          keeps(changes.reduce((result, [place, piece]) => mutated(result, place, piece), text));
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it('does nothing to a text with faults of syntax', () => {
    assert.deepEqual(formatDocument(parse('one_plan: 1\ntitle:   "never closed\nplace:   {code: E1}\n')), []);
    assert.deepEqual(formatDocument(parse('- a\n-   b\n')), []);
  });

  it('changes no line outside the range', () => {
    const text = soundSamples()[0]?.text.replaceAll(': ', ':  ') ?? '';
    const lines = text.split('\n');
    for (let line = 0; line + 3 < lines.length; line += 7) {
      const start = lines.slice(0, line).join('\n').length + 1;
      const range = { start, end: start + lines.slice(line, line + 3).join('\n').length - 1 };
      const after = applyEdits(text, formatRange(parse(text), range)).split('\n');
      assert.deepEqual(after.slice(0, line), lines.slice(0, line));
      assert.deepEqual(after.slice(line + 3), lines.slice(line + 3));
    }
  });

  it('formats a range although the text has a fault elsewhere', () => {
    const text = 'one_plan: 1\ntitle:   A\nstatus: "open\nplace: {code: E1}\n';
    const edits = formatRange(parse(text), { start: 13, end: 14 });
    assert.equal(applyEdits(text, edits), text.replace('title:   A', 'title: A'));
    assert.deepEqual(formatRange(parse(text), { start: 0, end: text.length }), []);
  });
});

/** Ways to lay a formatted plan out differently, all of which formatting takes back. */
const relayouts: Readonly<Record<string, (text: string) => string>> = {
  'spaces at line ends': text => outsideTexts(text, line => `${line}  `),
  'more blank lines': text => outsideTexts(text, line => (line === '' ? '\n\n' : line)),
  'spaces behind colons': text => outsideTexts(text, line => line.replace(/^( *(?:- )?[\w-]+:) (?=\S)/, '$1   ')),
  'spaces within brackets': text =>
    outsideTexts(text, line =>
      /["'#]/.test(line) ? line : line.replace(/\{(?=\S)/g, '{ ').replace(/(?<=\S)\}/g, ' }'),
    ),
  'twice the indentation': fourSpaces,
  'dashes below their keys': text => text.replace(/^ {2}( *)(?=- )/gm, '$1').replace(/^( *)-(?= )(?=.*\S)/gm, '$1-  '),
  'carriage returns': carriageReturns,
};

/** `change` for each line that is not part of a text over several lines. */
function outsideTexts(text: string, change: (line: string) => string): string {
  let textIndent = -1;
  return text
    .split(/(?<=\n)/)
    .map(line => {
      const content = line.trimEnd();
      const indent = line.search(/\S/);
      if (textIndent >= 0 && (indent > textIndent || indent < 0)) return line;
      textIndent = /[|>][-+]?$/.test(content) ? Math.max(0, indent) : -1;
      const lineEnd = line.slice(line.trimEnd().length).replace(/^ +/, '');
      return textIndent >= 0 ? line : change(content) + lineEnd;
    })
    .join('');
}

const pieces = [
  '',
  '\n',
  '\n\n\n',
  ' ',
  '    ',
  '\t',
  '#',
  ' # a comment\n',
  '- ',
  ': ',
  ',',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  'x',
  '|\n',
  '&a ',
  '*a',
  '\r\n',
  '\n# oneplan-waive deadline-past-limit: why\n',
  '\n  # deeper\n',
  '? ',
  '!!str ',
  '£',
  '---\n',
];

function mutated(text: string, place: number, piece: string): string {
  const at = place % (text.length + 1);
  return piece === ''
    ? text.slice(0, at) + text.slice(at + 1 + (place % 30))
    : text.slice(0, at) + piece + text.slice(at);
}

/** Comments keep their order unless keys have been moved, which take theirs along. */
function keeps(text: string): void {
  const before = parse(text);
  const after = parse(formatted(text));
  assert.deepEqual(asJson(after.root), asJson(before.root));
  assert.deepEqual(wordsOf(after), wordsOf(before));
  assert.equal(formatted(after.text), after.text);
  if (!/\r(?!\n)|(?<!\r)\n/.test(text)) assert.doesNotMatch(after.text, /(?<!\r)\n/);
}

function wordsOf(tree: ReturnType<typeof parse>): string[] {
  return commentsOf(tree)
    .map(({ text }) => text.trimEnd())
    .sort();
}
