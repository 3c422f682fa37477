/** `oneplan init --from-plan` as a process: next year's plan of this year's, what is told of it, and what is refused. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan, root } from '../support/oneplan';

const tyneside = readFileSync(join(root, 'samples/better-care-fund-2025-26.plan.yaml'), 'utf8');
const from = ['--from-plan', 'now.plan.yaml'];

describe('oneplan init --from-plan', () => {
  it('makes the plan beside this year’s, under the framework that follows, and lists what was left out', () => {
    const folder = folderWith({ 'now.plan.yaml': tyneside });
    const run = oneplan(folder, ['init', 'North', 'Tyneside', ...from]);
    assert.deepEqual([run.status, run.out], [0, ''], run.told);
    const [made, under, leftOut, ...more] = run.told.trimEnd().split('\n');
    assert.equal(
      made,
      'Made north-tyneside-2026-27.plan.yaml. "oneplan lint north-tyneside-2026-27.plan.yaml" lists what is still to do.',
    );
    assert.equal(
      under,
      'It is for 2026-04-01 to 2027-03-31, under Better Care Fund 2026-27, whose years hold 2026-04-01.',
    );
    assert.equal(leftOut, 'Left out:');
    assert.ok(
      more.includes('  5 signatures') && more.includes('Changed:') && more.includes('To read again:'),
      run.told,
    );
    const text = readFileSync(join(folder, 'north-tyneside-2026-27.plan.yaml'), 'utf8');
    assert.match(text, /^# Carried over from now\.plan\.yaml\./);
    assert.equal(readFileSync(join(folder, 'now.plan.yaml'), 'utf8'), tyneside);
    const { files } = JSON.parse(oneplan(folder, ['lint', '--format', 'json']).out);
    const rules: readonly string[] = files.flatMap((file: { problems: { rule: string }[] }) =>
      file.problems.map(({ rule }) => rule),
    );
    assert.ok(rules.includes('missing-budget-amount') && !rules.includes('two-plans-one-place'), rules.join());
    assert.equal(oneplan(folder, ['format', '--check', 'north-tyneside-2026-27.plan.yaml']).status, 0);
  });

  it('says what this year’s plan needs where both are for the same years', () => {
    const folder = folderWith({ 'now.plan.yaml': tyneside.replace('to: 2026-03-31}', 'to: 2027-03-31}') });
    const run = oneplan(folder, ['init', 'North Tyneside', ...from, '--framework', 'better-care-fund-2026-27']);
    assert.equal(run.status, 0, run.told);
    assert.match(
      run.told,
      /is for these years too\. Write "status: superseded" in it once this plan takes its place, since there is one plan for one place\.\n$/,
    );
  });

  it('shows the plan alone with --output -, for the years and framework that are asked for', () => {
    const folder = folderWith({ 'now.plan.yaml': tyneside });
    const run = oneplan(folder, ['init', 'E08000022', ...from, '--from', '2026-10-01', '--output', '-']);
    assert.equal(run.status, 0, run.told);
    assert.match(run.out, /^period: \{from: 2026-10-01, to: 2027-03-31\}$/m);
    const ours = oneplan(folder, [
      'init',
      'E08000022',
      ...from,
      '--framework',
      'joining-up-care-2022',
      '--output',
      '-',
    ]);
    assert.match(ours.out, /^framework: joining-up-care-2022\nperiod: \{from: 2026-04-01, to: 2027-03-31\}$/m);
  });

  for (const [what, files, args, said] of [
    ['a plan that is not there', {}, ['Leeds'], /^oneplan: The file "now\.plan\.yaml" .*\. Check it\.\n$/],
    [
      'a plan of another place',
      { 'now.plan.yaml': tyneside },
      ['York'],
      /^oneplan: now\.plan\.yaml: The plan "Better .*" is for North Tyneside, not for York \(E06000014\)\./,
    ],
    [
      'an old plan',
      { 'now.plan.yaml': 'bcf_plan: 1\n' },
      ['York'],
      /^oneplan: now\.plan\.yaml: This is an old Better Care Fund plan\. Start a new plan, and bring the old one into it\.\n$/,
    ],
    [
      'an option beside it',
      { 'now.plan.yaml': tyneside },
      ['North Tyneside', '--option', 'single-commissioner'],
      /^oneplan: --option goes without --from-plan/,
    ],
    [
      'a text that is no text',
      { 'now.plan.yaml': Buffer.from([0xff, 0xfe, 0x41, 0xd8]) },
      ['York'],
      /^oneplan: .*now\.plan\.yaml/,
    ],
    [
      'a file that is there already',
      { 'now.plan.yaml': tyneside, 'north-tyneside-2026-27.plan.yaml': 'mine\n' },
      ['North Tyneside'],
      /is there already, so nothing was made/,
    ],
  ] as const) {
    it(`refuses ${what}, in one line`, () => {
      const run = oneplan(folderWith(files), ['init', ...args, ...from]);
      assert.deepEqual([run.status, run.out], [2, '']);
      assert.match(run.told, said);
      assert.equal(run.told.trimEnd().split('\n').length, 1);
    });
  }
});
