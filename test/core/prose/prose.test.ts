/** Prose: what is read as words, and that every word has its true place in the file, whatever the style of the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../server/src/core/for-workspace';
import { amountsIn } from '../../../server/src/core/prose/amounts';
import { offsetIn, wordsIn } from '../../../server/src/core/prose/passage';
import { type Prose, readProse } from '../../../server/src/core/prose/prose';
import { readMarkdown, readPlain, readWithLibrary } from '../../../server/src/core/prose/read-markdown';
import { sentencesIn } from '../../../server/src/core/prose/sentences';
import { keepsTo } from '../../support/resource-usage';
import { itAtRandom } from '../../support/seed';

/** The prose of the first part of the narrative of a plan that ends with `narrative`. */
function proseOf(narrative: string): { readonly text: string; readonly prose: Prose } {
  const text = `one_plan: 1\ntitle: T\nstatus: draft\nnarrative:\n${narrative}`;
  const { document } = analyse(text);
  assert.equal(document?.kind, 'one-plan');
  const field = document.kind === 'one-plan' ? document.narrative[0]?.text : undefined;
  const prose = field && readProse(field, text);
  assert.ok(prose, narrative);
  return { text, prose };
}

/** What stands in the file at the places of `words`, wherever the prose has them. */
function inFile(narrative: string, words: string): readonly string[] {
  const { text, prose } = proseOf(narrative);
  return prose.passages.flatMap(passage => {
    const at = passage.text.indexOf(words);
    if (at < 0) return [];
    const { start, end } = prose.place(passage, at, at + words.length);
    return [text.slice(start, end)];
  });
}

describe('prose', () => {
  const styles: readonly (readonly [string, string])[] = [
    ['a literal block', '  a: |\n    First line.\n    Then £5m for falls.\n'],
    ['a literal block with deeper lines', '  a: |\n    - one\n      more\n\n    - £5m for falls\n'],
    ['a folded block', '  a: >-\n    First\n    line.\n\n    Then £5m for falls.\n'],
    ['a block with an indentation of its own', '  a: |2-\n      First.\n\n    Then £5m for falls.\n'],
    ['a plain text', '  a: First line\n    and £5m for falls\n'],
    ['single quotes', "  a: 'It''s said: £5m for falls'\n"],
    ['double quotes', '  a: "It\\"s \\u0041\\\n    b said:\n\n    £5m for falls"\n'],
    ['Windows line ends', '  a: |\r\n    First line.\r\n    Then £5m for falls.\r\n'],
    ['emphasis', '  a: |\n    First **line** and *£5m for falls*.\n'],
    ['a quotation', '  a: |\n    > First line\n    > and £5m for falls\n'],
    ['an entity and an escape before', '  a: |\n    Health &amp; care \\* first, £5m for falls\n'],
  ];
  for (const [name, narrative] of styles) {
    it(`finds words in ${name}`, () => assert.deepEqual(inFile(narrative, '£5m for falls'), ['£5m for falls']));
  }

  it('points at an escape as it is written', () => {
    assert.deepEqual(inFile('  a: "Then \\u00a35m"\n', '£5m'), ['\\u00a35m']);
  });

  it('leaves code, links, pictures and addresses out, and counts the words of links', () => {
    const { prose } = proseOf(
      '  a: |\n    See [the £5m paper](x) and `TBC` and ![TBC](y) and https://x.org/£5m and a@b.org.\n\n        TBC\n\n    <div>TBC</div>\n',
    );
    const text = prose.passages.map(passage => passage.text).join('\n');
    assert.ok(!/TBC|£5m|x\.org|b\.org/.test(text), text);
    assert.deepEqual(prose.passages.map(wordsIn), [8]);
  });

  it('tells headings from paragraphs', () => {
    const kinds = readMarkdown('# Money\n\nIt is here.\n\n- one\n- two').map(({ kind, text }) => [kind, text]);
    assert.deepEqual(kinds, [
      ['heading', 'Money'],
      ['paragraph', 'It is here.'],
      ['paragraph', 'one'],
      ['paragraph', 'two'],
    ]);
  });

  itAtRandom('reads plain words as the parser does', seed => {
    const word = fc.constantFrom(
      'falls',
      '£5m',
      'e.g.',
      '2017-18',
      'council’s',
      '!',
      '(one)',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\n  ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), words => {
        const text = words
          .join(' ')
          .replace(/\n[ \t]{2,}/g, '\n  ')
          .trim();
        const shape = (read: typeof readPlain) =>
          read(text).map(passage => [
            passage.text.replace(/[ \t]*\n[ \t]*/g, '\n'),
            offsetIn(passage, 0),
            offsetIn(passage, passage.text.length - 1),
          ]);
        assert.deepEqual(shape(readPlain), shape(readWithLibrary));
      }),
      { seed, numRuns: 1000 },
    );
  });

  itAtRandom('gives every unit its place, in every style', seed => {
    const line = fc.constantFrom(
      'Care at home',
      'the £5m ward',
      'It’s due: now',
      '**bold** words',
      '- an item',
      '> said',
      '',
    );
    const write: Readonly<Record<string, (lines: readonly string[]) => string>> = {
      literal: lines => `  a: |\n${lines.map(text => (text === '' ? '' : `    ${text}`)).join('\n')}\n`,
      folded: lines => `  a: >\n${lines.map(text => (text === '' ? '' : `    ${text}`)).join('\n')}\n`,
      single: lines => `  a: '${lines.join('\n    ').replaceAll('\n    \n', '\n\n').trimEnd()}'\n`,
      double: lines => `  a: "${lines.join('\\n\\\n    ')}"\n`,
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(write)),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        (style, lines) => {
          const { text, prose } = proseOf(write[style]?.(['Start', ...lines, 'end']) ?? '');
          for (const passage of prose.passages) {
            for (let at = 0; at < passage.text.length; at++) {
              const unit = passage.text[at] ?? '';
              if (/\s/.test(unit)) continue;
              const { start, end } = prose.place(passage, at, at + 1);
              assert.equal(text.slice(start, end), unit);
            }
          }
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it('moves with its text', () => {
    const before = analyse('one_plan: 1\ntitle: T\nnarrative:\n  a: |\n    Then £5m.\n');
    const after = analyse('one_plan: 1\ntitle: A longer title\nnarrative:\n  a: |\n    Then £5m.\n', before);
    assert.equal(after.document?.kind, 'one-plan');
    const field = after.document?.kind === 'one-plan' ? after.document.narrative[0]?.text : undefined;
    const prose = field && readProse(field, after.text);
    const passage = prose?.passages[0];
    assert.ok(prose && passage);
    const { start, end } = prose.place(passage, 5, 8);
    assert.equal(after.text.slice(start, end), '£5m');
  });

  it('reads hostile Markdown in good time', () => {
    for (const text of [
      '>'.repeat(5000),
      '['.repeat(5000),
      '*a '.repeat(20_000),
      '- '.repeat(5000),
      '`'.repeat(50_000),
      '[a]('.repeat(20_000),
      '&amp;'.repeat(20_000),
      `${'.'.repeat(50_000)}x`,
      '£1'.repeat(50_000),
      'a@'.repeat(50_000),
    ]) {
      keepsTo(2_000, () => readMarkdown(text), text.slice(0, 10));
    }
  });
});

describe('sentences', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['It costs £1.2m. It opens on 1 May.', ['It costs £1.2m.', 'It opens on 1 May.']],
    ['Services, e.g. Home first, e.g. falls.', ['Services, e.g. Home first, e.g. falls.']],
    ['A. Example and Cllr. Brown sign. Then we go.', ['A. Example and Cllr. Brown sign.', 'Then we go.']],
    ['He said “Now.” Then he left.', ['He said “Now.”', 'Then he left.']],
    ['No full stop', ['No full stop']],
    ['', []],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        sentencesIn(text).map(sentence => sentence.text),
        expected,
      ),
    );
  }
});

describe('amounts in prose', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, number, number, string])[]])[] = [
    ['It costs £4.1m a year', [['£4.1m', 4_100_000, 100_000, 'amount']]],
    ['£850,000', [['£850,000', 850_000, 1000, 'amount']]],
    [
      '£1.2 million and £3bn',
      [
        ['£1.2 million', 1_200_000, 100_000, 'amount'],
        ['£3bn', 3e9, 1e9, 'amount'],
      ],
    ],
    ['£2,000,000.', [['£2,000,000', 2_000_000, 1e6, 'amount']]],
    ['£1234.50', [['£1234.50', 1234.5, 0.01, 'amount']]],
    [
      '£17.20 an hour, £800 per week, £25/visit',
      [
        ['£17.20', 17.2, 0.01, 'price'],
        ['£800', 800, 1, 'price'],
        ['£25', 25, 1, 'price'],
      ],
    ],
    [
      '£600k a year, £2m per annum',
      [
        ['£600k', 600_000, 1000, 'amount'],
        ['£2m', 2e6, 1e6, 'amount'],
      ],
    ],
    [
      '£4m to £5m, £4m–£5m, between £1m and £2m',
      ['£4m', '£5m', '£4m', '£5m', '£1m', '£2m'].map(text => [text, Number(text[1]) * 1e6, 1e6, 'range'] as const),
    ],
    [
      'from £4m to £5m, rising to £6m',
      [
        ['£4m', 4e6, 1e6, 'amount'],
        ['£5m', 5e6, 1e6, 'amount'],
        ['£6m', 6e6, 1e6, 'amount'],
      ],
    ],
    ['£x, £, £TBC, x£5, £5abc', []],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        amountsIn(text).map(({ from, to, pence, step, measures }) => [
          text.slice(from, to),
          pence / 100,
          step / 100,
          measures,
        ]),
        expected,
      ),
    );
  }
  it('knows what is said roughly', () => {
    assert.deepEqual(
      amountsIn('about £4m, up to £5m, over £6m, exactly £7m').map(amount => amount.rough),
      [true, true, true, false],
    );
  });
});
