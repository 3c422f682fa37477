/** `oneplan init` as a process: what it makes, what it refuses, and that what it made has no fault in its text. */
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { textRules } from '../../server/src/core/rules/text/text-rules';
import { folderWith, oneplan } from '../support/oneplan';

describe('oneplan init', () => {
  it('makes a plan with the council of the place, named after it, and says what to do next', () => {
    const folder = folderWith({});
    const run = oneplan(folder, ['init', 'North', 'Yorkshire', '--option', 'single-commissioner']);
    assert.deepEqual(
      [run.status, run.out, run.told],
      [
        0,
        '',
        'Made north-yorkshire.plan.yaml. "oneplan lint north-yorkshire.plan.yaml" lists what is still to do.\n' +
          'It is for 2017-04-01 to 2020-03-31, under Beyond Barker (2015).\n' +
          'For a plan of this year, say which day it is, like --today 2026-06-01.\n',
      ],
    );
    const made = readFileSync(join(folder, 'north-yorkshire.plan.yaml'), 'utf8');
    assert.match(made, /^ {2}- \{id: council, name: North Yorkshire County Council, type: upper-tier-council/m);
    assert.match(made, /^ {2}option: single-commissioner$/m);
    const lint = oneplan(folder, ['lint', '--format', 'json']);
    const problems: readonly { rule: string; severity: string }[] = JSON.parse(lint.out).files[0].problems;
    assert.ok(problems.length > 10);
    const ofText = new Set(textRules.map(({ id }) => id));
    assert.deepEqual(
      problems.filter(({ rule, severity }) => ofText.has(rule) || severity === 'error'),
      [],
    );
    assert.equal(oneplan(folder, ['format', '--check']).status, 0);
  });

  it('knows the frameworks of the team where the plan will be', () => {
    const region =
      'id: our-region\ntitle: Ours\nshort_title: Our region (2019)\nsource: {title: Guidance}\nlast_date: 2019-06-30\n' +
      'outcomes: {values: [{framework: Region, code: R1, name: Days at home}]}\n';
    const folder = folderWith({ 'plans/oneplan.config.yaml': 'frameworks: [our.yaml]\n', 'plans/our.yaml': region });
    const args = ['init', 'Leeds', '--framework', 'our-region', '--from', '2018-04-01', '--to', '2019-03-31'];
    const made = oneplan(folder, [...args, '--output', 'plans/leeds.plan.yaml']);
    assert.equal(made.status, 0, made.told);
    const text = readFileSync(join(folder, 'plans/leeds.plan.yaml'), 'utf8');
    assert.match(text, /^framework: our-region$/m);
    assert.match(text, /framework: Region\n {4}code: R1\n {4}name: Days at home/);
    const { files } = JSON.parse(oneplan(folder, ['lint', '--format', 'json']).out);
    assert.equal(files[0].framework, 'our-region');
    const elsewhere = oneplan(folder, args);
    assert.equal(elsewhere.status, 2);
    assert.match(elsewhere.told, /There is no framework "our-region"/);
  });

  it('makes the folders that the file needs, and shows the plan alone with --output -', () => {
    const folder = folderWith({});
    const made = oneplan(folder, [
      'init',
      'E06000065',
      '--framework',
      'better-care-fund-2025-26',
      '--output',
      'plans/ny.plan.yml',
    ]);
    assert.equal(made.status, 0);
    const shown = oneplan(folder, [
      'init',
      'North Yorkshire',
      '--framework',
      'better-care-fund-2025-26',
      '--output',
      '-',
    ]);
    assert.deepEqual(
      [shown.status, shown.told],
      [0, 'It is for 2025-04-01 to 2026-03-31, under Better Care Fund 2025-26.\n'],
    );
    assert.equal(shown.out, readFileSync(join(folder, 'plans/ny.plan.yml'), 'utf8'));
    assert.match(shown.out, /^framework: better-care-fund-2025-26$/m);
    assert.match(shown.out, /code: QOQ}$/m);
  });

  it('proposes the framework whose years hold --today, and says so; a merged board is told as ended', () => {
    const folder = folderWith({});
    const run = oneplan(folder, ['init', 'Norfolk', '--today', '2026-11-27']);
    assert.equal(run.status, 0, run.told);
    assert.equal(
      run.told,
      'Made norfolk.plan.yaml. "oneplan lint norfolk.plan.yaml" lists what is still to do.\n' +
        'It is for 2026-04-01 to 2027-03-31, under Better Care Fund 2026-27, whose years hold 2026-11-27.\n' +
        'NHS Norfolk and Waveney Integrated Care Board ended on 31 March 2026. NHS Norfolk and Suffolk Integrated Care Board took over from it here.\n',
    );
    const text = readFileSync(join(folder, 'norfolk.plan.yaml'), 'utf8');
    assert.match(text, /^framework: better-care-fund-2026-27\nperiod: \{from: 2026-04-01, to: 2027-03-31\}$/m);
    assert.match(
      text,
      /name: NHS Norfolk and Suffolk Integrated Care Board, type: integrated-care-board, code: T6Y0W}$/m,
    );
    assert.match(text, /^ {2}# NHS Norfolk and Waveney Integrated Care Board ended on 31 March 2026\./m);
    assert.doesNotMatch(text, /QMM/);
    assert.equal(oneplan(folder, ['format', '--check']).status, 0);
  });

  it('takes today from the configuration, and keeps the usual framework where no years hold it', () => {
    const folder = folderWith({ 'oneplan.config.yaml': 'today: 2025-06-01\n' });
    const told = (...args: readonly string[]) => oneplan(folder, ['init', 'Leeds', '--output', '-', ...args]).told;
    assert.match(told(), /under Better Care Fund 2025-26, whose years hold 2025-06-01\.\n$/);
    assert.match(told('--today', '2026-04-01'), /under Better Care Fund 2026-27, whose years hold 2026-04-01\.\n$/);
    assert.match(
      told('--today', '2021-01-01'),
      /under Beyond Barker \(2015\)\.\nNo framework that is known has years that hold 2021-01-01: name one with --framework\.\n$/,
    );
    const named = told('--framework', 'joining-up-care-2022');
    assert.equal(named, 'It is for 2023-04-01 to 2026-03-31, under Joining up care (2022).\n');
  });

  it('never writes over what is there', () => {
    const folder = folderWith({ 'leeds.plan.yaml': 'mine\n', 'other.txt': 'theirs\n' });
    symlinkSync(join(folder, 'other.txt'), join(folder, 'link.plan.yaml'));
    const run = oneplan(folder, ['init', 'Leeds']);
    assert.equal(run.status, 2);
    assert.match(run.told, /^oneplan: "leeds\.plan\.yaml" is there already, so nothing was made\./);
    assert.equal(oneplan(folder, ['init', 'Leeds', '--output', 'link.plan.yaml']).status, 2);
    assert.equal(oneplan(folder, ['init', 'Leeds', '--output', '.']).status, 2);
    assert.equal(readFileSync(join(folder, 'leeds.plan.yaml'), 'utf8'), 'mine\n');
    assert.equal(readFileSync(join(folder, 'other.txt'), 'utf8'), 'theirs\n');
  });

  it('keeps the usual number of years where one end of the period is given', () => {
    const folder = folderWith({});
    const period = (...args: readonly string[]) =>
      /^period: (.*)$/m.exec(oneplan(folder, ['init', 'Leeds', '--output', '-', ...args]).out)?.[1];
    assert.equal(period(), '{from: 2017-04-01, to: 2020-03-31}');
    assert.equal(period('--from', '2018-04-01'), '{from: 2018-04-01, to: 2021-03-31}');
    assert.equal(period('--to', '2019-03-31'), '{from: 2016-04-01, to: 2019-03-31}');
    assert.equal(period('--from', '2016-10-01', '--to', '2017-09-30'), '{from: 2016-10-01, to: 2017-09-30}');
  });

  for (const [what, args, said] of [
    [
      'a name that may be several places',
      ['yorkshire'],
      /^oneplan: "yorkshire" may be more than one place\. Write East Riding of Yorkshire \(E06000011\) or North Yorkshire \(E10000023\)\.\n$/,
    ],
    [
      'a name that is misspelt',
      ['Nort', 'Yorkshire'],
      /^oneplan: There is no place "Nort Yorkshire" .* Write "North Yorkshire"\.\n$/,
    ],
    [
      'a place of another time',
      ['Cumberland'],
      /^oneplan: Cumberland \(E06000063\) had no plan of its own from 2017-04-01 to 2020-03-31\. Choose another period\.\n$/,
    ],
    ['no place', [], /^oneplan: .*place/],
    [
      'an unknown framework',
      ['Leeds', '--framework', 'beyond-barker-2014'],
      /^oneplan: There is no framework "beyond-barker-2014"\. Write "beyond-barker-2015"\.\n$/,
    ],
    [
      'a framework like no other',
      ['Leeds', '--framework', 'x'],
      /Write "better-care-fund-2025-26" or .*"joining-up-care-2022"\.\n$/,
    ],
    [
      'a day that is none',
      ['Leeds', '--today', '2026-02-30'],
      /^oneplan: --today has "2026-02-30", which is no day of the calendar\. Write it like 2026-06-01\.\n$/,
    ],
    ['an unknown option', ['Leeds', '--option', 'none'], /^oneplan: .*existing-arrangements/],
    [
      'a day in another form',
      ['Leeds', '--from', '1/4/2017'],
      /^oneplan: --from has "1\/4\/2017", which is no day of the calendar\. Write it like 2017-04-01\.\n$/,
    ],
    [
      'a period that ends before it begins',
      ['Leeds', '--from', '2020-04-01', '--to', '2019-03-31'],
      /would end on 2019-03-31, before it begins on 2020-04-01/,
    ],
    [
      'a file that no tool takes for a plan',
      ['Leeds', '--output', 'leeds.yaml'],
      /^oneplan: "leeds\.yaml" is no name for a plan\./,
    ],
    ['control characters', ['Le\u001b[31meds'], /^oneplan: There is no place "Le\\u001b\[31meds"/],
  ] as const) {
    it(`refuses ${what}, in one line`, () => {
      const run = oneplan(folderWith({}), ['init', ...args]);
      assert.deepEqual([run.status, run.out], [2, '']);
      assert.match(run.told, said);
      assert.equal(run.told.trimEnd().split('\n').length, 1);
    });
  }
});
