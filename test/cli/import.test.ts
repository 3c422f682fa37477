/** Old plans from spreadsheets: the samples, the ways in which sheets are saved, and that no money is lost on the way. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { analyse } from '../../server/src/core/for-workspace';
import { readSheetAmount } from '../../server/src/core/import/amounts';
import { type ImportedPlan, importOldPlan, type SchemeField } from '../../server/src/core/index';
import { folderWith, oneplan, root } from '../support/oneplan';
import { itAtRandom } from '../support/seed';

const samples = join(root, 'samples', 'import');
const said = { title: undefined, place: 'Leeds', year: '2016-17' };

function imported(
  rows: readonly (readonly string[])[],
  named: Readonly<Partial<Record<SchemeField, string>>> = {},
): ImportedPlan {
  const sheet = rows.map((cells, index) => ({ number: index + 1, cells }));
  const result = importOldPlan(sheet, said, new Map(Object.entries(named) as [SchemeField, string][]));
  assert.ok(!('mistakes' in result), JSON.stringify(result));
  return result;
}

function mistakesIn(
  rows: readonly (readonly string[])[],
  named: Readonly<Partial<Record<SchemeField, string>>> = {},
): string {
  const sheet = rows.map((cells, index) => ({ number: index + 1, cells }));
  const result = importOldPlan(sheet, said, new Map(Object.entries(named) as [SchemeField, string][]));
  return 'mistakes' in result ? result.mistakes.join('\n') : '';
}

describe('oneplan import', () => {
  for (const [name, args, counted] of [
    ['template-2016-17', [], '5 schemes from 7 rows.'],
    ['own-sheet', ['--place', 'Poole', '--year', '2018/19'], '3 schemes from 3 rows.'],
  ] as const) {
    it(`makes the plan beside the sample ${name}.csv, and lint finds nothing in it`, () => {
      const folder = folderWith({});
      copyFileSync(join(samples, `${name}.csv`), join(folder, 'sheet.csv'));
      const { status, out, told } = oneplan(folder, ['import', 'sheet.csv', ...args]);
      assert.equal(out, readFileSync(join(samples, `${name}.plan.yaml`), 'utf8'));
      assert.ok(told.endsWith(`${counted}\n`), told);
      assert.equal(status, 0);
      assert.equal(oneplan(folder, ['import', 'sheet.csv', ...args, '--output', 'old.plan.yaml']).out, '');
      const linted = oneplan(folder, ['lint', 'old.plan.yaml']);
      assert.match(linted.out, /nothing found/);
      const again = oneplan(folder, ['import', 'sheet.csv', ...args, '--output', 'old.plan.yaml']);
      assert.equal(again.status, 2);
      assert.match(again.told, /is there already/);
    });
  }

  it('tells of each fault by row and cell, as text and as data', () => {
    const folder = folderWith({});
    copyFileSync(join(samples, 'with-faults.csv'), join(folder, 'sheet.csv'));
    const text = oneplan(folder, ['import', 'sheet.csv', '--place', 'Leeds', '--year', '2016-17']);
    assert.equal(text.status, 1);
    assert.match(text.told, /^Row 5, column B "Amount": error: "12,5" has its commas in odd places\./m);
    assert.match(text.told, /^Row 6, column B "Amount": error: "#REF!" is a formula that failed\./m);
    const json = oneplan(folder, ['import', 'sheet.csv', '--place', 'Leeds', '--year', '2016-17', '--format', 'json']);
    const data = JSON.parse(json.out);
    assert.deepEqual(data.columns.name, { letters: 'A', heading: 'Name' });
    assert.deepEqual(
      data.findings.map(({ row, column, severity }: { row: number; column: string; severity: string }) => [
        row,
        column,
        severity,
      ]),
      [
        [5, 'B', 'error'],
        [6, 'B', 'error'],
      ],
    );
    assert.equal(data.summary.schemes, 4);
    assert.equal(data.plan, text.out);
    assert.equal(json.told, '');
    assert.equal(json.status, 1);
  });

  for (const [what, args, told] of [
    ['no file', ['import'], /"import" needs the sheet of schemes/],
    ['a file that is not there', ['import', 'no.csv'], /is not there/],
    ['a column that is none', ['import', 'a.csv', '--column', 'nmae=Title'], /--column needs a field/],
    [
      'a heading that is none',
      ['import', 'a.csv', '--column', 'name=Scheme Nmae'],
      /no column "Scheme Nmae"\. Write "Scheme Name"/,
    ],
    ['a quotation without end', ['import', 'open.csv'], /has no end/],
    ['a sheet without headings', ['import', 'bare.csv'], /No column was found for the name/],
  ] as const) {
    it(`is 2 for ${what}`, () => {
      const folder = folderWith({
        'a.csv': 'Scheme Name,Amount\nX,1\n',
        'open.csv': 'Scheme Name,Amount\n"X,1\nY,2\n',
        'bare.csv': 'X,1\nY,2\n',
      });
      const outcome = oneplan(folder, args);
      assert.match(outcome.told, told);
      assert.equal(outcome.out, '');
      assert.equal(outcome.status, 2);
    });
  }

  const lines = [
    'Scheme ID|Scheme Name|Provider|Expenditure (£)',
    'S1|Carers’ café|Council|"£1,234.00"',
    '||Trust|(34.00)',
    '',
    'Total|||"£1,200.00"',
  ];
  const expected = oneLine(lines.map(line => line.replaceAll('|', ',')).join('\n'));
  for (const [what, bytes] of Object.entries({
    'UTF-8 with a mark': Buffer.from(`\ufeff${lines.join('\r\n').replaceAll('|', ',')}`),
    'Windows-1252': Buffer.from(
      lines
        .join('\r\n')
        .replaceAll('|', ',')
        .replaceAll('’', '\u0092')
        .replaceAll('£', '\u00a3')
        .replaceAll('é', '\u00e9'),
      'latin1',
    ),
    'UTF-16': Buffer.from(`\ufeff${lines.join('\r\n').replaceAll('|', '\t')}`, 'utf16le'),
    semicolons: Buffer.from(lines.join('\n').replaceAll('|', ';')),
    tabs: Buffer.from(lines.join('\n').replaceAll('|', '\t')),
    'lone carriage returns': Buffer.from(lines.join('\r').replaceAll('|', ',')),
    'the line that names the separator': Buffer.from(`sep=;\r\n${lines.join('\r\n').replaceAll('|', ';')}`),
  })) {
    it(`reads a sheet saved with ${what}`, () => {
      const folder = folderWith({ 'a.csv': bytes });
      const { out, told } = oneplan(folder, ['import', 'a.csv', '--place', 'Leeds', '--year', '2016-17']);
      assert.equal(out, expected, told);
    });
  }

  function oneLine(csv: string): string {
    const { out } = oneplan(folderWith({ 'a.csv': csv }), ['import', 'a.csv', '--place', 'Leeds', '--year', '2016-17']);
    return out;
  }

  it('has one scheme for the rows of one id, and says so', () => {
    assert.match(expected, /^ {2}- \{id: S1, name: Carers’ café, amount: "?£1\.2k"?, provider: Council; Trust\}$/m);
  });
});

describe('amounts of sheets', () => {
  for (const [written, pence] of [
    ['£1,234.00', 123_400],
    ['(1,234)', -123_400],
    [' £ 1,234.50 ', 123_450],
    ['-£40', -4_000],
    ['1250000', 125_000_000],
    ['1234.5000001', 123_450],
    ['0.999', 100],
    ['£ -', 0],
    ['-', 0],
    ['£1.2m', 120_000_000],
    ['', undefined],
  ] as const) {
    it(`"${written}" is ${pence}`, () => assert.deepEqual(readSheetAmount(written, 1), { pence }));
  }
  for (const written of ['12,5', '1,25,000', '1.234,50', '#VALUE!', '####', '1E+06', 'about 5', '£']) {
    it(`"${written}" is none`, () => assert.ok('fault' in readSheetAmount(written, 1)));
  }
});

describe('what a sheet says', () => {
  it('is read below merged headings, with the year and place above them', () => {
    const rows = [
      ['Health and Wellbeing Board: Leeds', '', ''],
      ['Scheme', '', 'Expenditure', ''],
      ['ID', 'Name', 'Planned (£)', 'Type'],
      ['1', 'Falls', '100', 'x'],
    ];
    const sheet = rows.map((cells, index) => ({ number: index + 1, cells }));
    const result = importOldPlan(sheet, { title: undefined, place: undefined, year: '2016-17' }, new Map());
    assert.ok(!('mistakes' in result), JSON.stringify(result));
    assert.deepEqual(
      [...result.columns].map(([field, { letters }]) => `${field} ${letters}`),
      ['id A', 'name B', 'amount C'],
    );
    assert.match(result.text, /place: \{code: E08000035, name: Leeds\}/);
  });
  it('is asked about where several columns hold amounts', () => {
    const rows = [
      ['Scheme Name', '2016/17 Expenditure', '2017/18 Expenditure'],
      ['Falls', '1', '2'],
    ];
    assert.match(mistakesIn(rows), /--column amount="2016\/17 Expenditure" or --column amount="2017\/18 Expenditure"/);
    assert.match(imported(rows, { amount: '2017/18 Expenditure' }).text, /amount: £2\b/);
  });
  it('is checked against its total', () => {
    const { findings } = imported([
      ['Scheme Name', 'Amount'],
      ['Falls', '100'],
      ['Total', '150'],
    ]);
    assert.deepEqual(
      findings.map(({ row, severity }) => [row, severity]),
      [[3, 'warning']],
    );
    assert.match(findings[0]?.message ?? '', /£150, and the rows above it come to £100/);
  });
  it('is warned about where one id has two names, and where an id is missing', () => {
    const { findings, schemes } = imported([
      ['Scheme ID', 'Scheme Name', 'Amount'],
      ['1', 'Falls', '1'],
      ['1', 'Telecare', '2'],
      ['', 'Stroke', '3'],
    ]);
    assert.equal(schemes.length, 2);
    const messages = findings.map(({ message }) => message).join('\n');
    assert.match(messages, /Row 3 has the same id and another name, "Telecare"/);
    assert.match(messages, /Scheme "Stroke" has no id/);
  });
  itAtRandom('loses no money and no scheme, whatever the rows', seed => {
    const cell = fc.constantFrom(
      '',
      'Falls',
      'Carers: breaks',
      'Total care, at home',
      '#1',
      '- x',
      '"quoted"',
      'null',
      '{a}',
    );
    const id = fc.constantFrom('', '1', '2', 'A 1', 'a-1', '№');
    const amount = fc.integer({ min: -5_000_000, max: 5_000_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(id, cell, amount), { minLength: 1, maxLength: 12 }), rows => {
        const named = rows.filter(([key, name], index) => index > 0 || key !== '' || name !== '');
        fc.pre(named.length === rows.length && !rows.some(([key, name]) => key === '' && /^total/i.test(name)));
        const { text, findings } = imported([
          ['Scheme ID', 'Scheme Name', 'Amount'],
          ...rows.map(([key, name, pence]) => [key, name, (pence / 100).toFixed(2)]),
        ]);
        const read = analyse(text);
        assert.deepEqual(read.faults, [], text);
        assert.ok(read.document?.kind === 'bcf-plan');
        const sum = read.document.schemes.items.reduce(
          (pence, scheme) => pence + (scheme.amount.value ?? Number.NaN),
          0,
        );
        assert.equal(
          sum,
          rows.reduce((pence, row) => pence + row[2], 0),
          text,
        );
        for (const { message } of findings) assert.match(message, /\.$/);
      }),
      { seed, numRuns: 300 },
    );
  });
});
