/** The whole way of an old plan on the command line: from a spreadsheet's CSV to a plan in which every scheme and pound is found again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/for-workspace';
import { folderWith, oneplan } from '../support/oneplan';

/** As a Windows spreadsheet saves it for Europe: semicolons, its own letters, a merged heading, empty rows and a total. */
const sheet = Buffer.from(
  [
    'Better Care Fund 2016-17 Planning Template;;;;',
    'Health and Wellbeing Board:;Leeds;;;',
    ';;Expenditure;;',
    'Scheme ID;Scheme Name;Provider;"2016/17 Expenditure (£)";Lead',
    ';;;;',
    'LE-01;"Falls ""rapid"" response, day and night";Leeds Community Healthcare;£1,250,000.00;A. Example',
    "LE-02;Carers' support;Leeds City Council;£900,000;",
    ';;;;',
    'LE-03;Repayment;Leeds City Council;(1,000);B. Other',
    'LE-04;Hub;St. James\x92s;"£50,000";',
    'Total;;;£2,199,000.00;',
    '',
  ].join('\r\n'),
  'latin1',
);

describe('from a sheet to the one plan', () => {
  it('leaves out no scheme and no pound, and lints clean where it should', () => {
    const folder = folderWith({ 'schemes.csv': sheet });
    const run = (...args: readonly string[]) => oneplan(folder, args);
    const made = run('import', 'schemes.csv', '--output', 'bcf-2016-17.plan.yaml');
    assert.equal(made.status, 0, made.told);
    assert.match(readFileSync(join(folder, 'bcf-2016-17.plan.yaml'), 'utf8'), /provider: St\. James’s/);
    const linted = run('lint', '--max-warnings', '0', 'bcf-2016-17.plan.yaml');
    assert.equal(linted.status, 0, linted.out);
    assert.equal(run('init', 'Leeds', '--output', 'leeds.plan.yaml').status, 0);
    const merged = run('merge', 'bcf-2016-17.plan.yaml', '--into', 'leeds.plan.yaml');
    assert.equal(merged.status, 0, merged.told);

    const text = readFileSync(join(folder, 'leeds.plan.yaml'), 'utf8');
    const { document } = analyse(text);
    assert.ok(document?.kind === 'one-plan');
    const carried = document.schemes.items.map(({ name }) => name.value);
    assert.deepEqual(carried.sort(), ["Carers' support", 'Falls "rapid" response, day and night', 'Hub', 'Repayment']);
    const schemes = new Set(document.schemes.items.map(({ id }) => id.value));
    let pence = 0;
    for (const { scheme, amounts } of document.budget.lines.items)
      if (schemes.has(scheme.value)) pence += amounts.in('2017-18') ?? 0;
    assert.equal(pence, 2_199_000_00);
    const became = document.incorporates.items.flatMap(({ schemes: old }) => old.map(({ old: id }) => id.value));
    assert.deepEqual(became, ['LE-01', 'LE-02', 'LE-03', 'LE-04']);

    const { files } = JSON.parse(run('lint', '--format', 'json').out);
    const rules: readonly string[] = files.flatMap(({ problems }: { problems: { rule: string }[] }) =>
      problems.map(({ rule }) => rule),
    );
    assert.deepEqual(
      rules.filter(rule => rule.startsWith('bcf-')),
      [],
    );
    assert.match(run('merge', 'bcf-2016-17.plan.yaml', '--into', 'leeds.plan.yaml').out, /accounted for .* already/);
    assert.equal(readFileSync(join(folder, 'leeds.plan.yaml'), 'utf8'), text, 'a second time changes nothing');
  });
});
