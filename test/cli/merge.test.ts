/** `oneplan merge` as a process: it asks, shows, writes, or says why not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan } from '../support/oneplan';

const plan = `one_plan: 1
title: One plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}
schemes:
  - {id: falls, name: Falls service, lead: TBC, novelty: existing}
`;
const old = (id: string) => `bcf_plan: 1
title: Old plan ${id}
place: {code: E10000023, name: North Yorkshire}
year: 2016-17
schemes:
  - {id: S1, name: Falls team, amount: £900k}
  - {id: ${id}, name: Lunch club ${id}, amount: £100k}
`;
const files = { 'plans/one.plan.yaml': plan, 'old/a.plan.yaml': old('A'), 'old/b.plan.yaml': old('B') };
const both = ['merge', 'old/a.plan.yaml', 'old/b.plan.yaml', '--into', 'plans/one.plan.yaml'];
const answers = [
  '--became',
  'a.plan.yaml:S1=falls',
  '--became',
  'old/b.plan.yaml:S1=stopped:too few came@2017-03-31',
  '--became',
  'B=new',
];
const textIn = (folder: string) => readFileSync(join(folder, 'plans/one.plan.yaml'), 'utf8');

describe('oneplan merge', () => {
  it('asks by number, and writes nothing before each question is answered', () => {
    const folder = folderWith(files);
    const { status, out } = oneplan(folder, both);
    assert.match(
      out,
      /^1\. Scheme "Falls team" \(S1, £900,000\) of "Old plan A" has nearly the same name as scheme "Falls service"/,
    );
    assert.match(out, /^ {5}--became \.\.\/old\/a\.plan\.yaml:S1=falls$/m);
    assert.match(out, /^ {5}--became "\.\.\/old\/b\.plan\.yaml:S1=stopped:the reason@2019-03-31"$/m);
    assert.match(out, /3 questions are open, so nothing was written\./);
    assert.equal(status, 1);
    assert.equal(textIn(folder), plan);
    assert.equal(oneplan(folder, [...both, ...answers.slice(0, 4)]).status, 1);
    assert.equal(textIn(folder), plan);
  });
  it('shows with --diff, and writes when nothing is open', () => {
    const folder = folderWith(files);
    const shown = oneplan(folder, [...both, ...answers, '--diff']);
    assert.equal(shown.status, 0, shown.told);
    assert.match(shown.out, /^\+ {6}S1: \{stopped: too few came, on: 2017-03-31\}$/m);
    assert.doesNotMatch(shown.out, /^-(?!--)/m);
    assert.equal(textIn(folder), plan);
    const { status, out } = oneplan(folder, [...both, ...answers]);
    assert.equal(status, 0);
    assert.match(out, /^Brought into plans\/one\.plan\.yaml: 4 schemes of 2 old plans\.$/m);
    const lines = textIn(folder).split('\n');
    for (const line of plan.split('\n')) assert.ok(lines.includes(line), line);
    const linted = JSON.parse(oneplan(folder, ['lint', 'plans', '--format', 'json']).out);
    const rules = linted.files.flatMap((file: { problems: { rule: string }[] }) =>
      file.problems.map(({ rule }) => rule),
    );
    assert.ok(rules.length > 0 && !rules.some((rule: string) => rule.startsWith('bcf-')), rules.join());
    assert.match(oneplan(folder, both).out, /^Every scheme of these old plans is accounted for/);
  });
  for (const [what, args, told] of [
    ['no plan to bring into', ['merge', 'old/a.plan.yaml'], /--into/],
    ['no old plan', ['merge', '--into', 'plans/one.plan.yaml'], /"merge" needs the files of the old plans/],
    ['an old plan that is not there', ['merge', 'x.plan.yaml', '--into', 'plans/one.plan.yaml'], /is not there/],
    ['an old plan that is none', ['merge', 'plans/one.plan.yaml', '--into', 'plans/one.plan.yaml'], /is no old plan/],
    ['a plan that is none', ['merge', 'old/a.plan.yaml', '--into', 'old/b.plan.yaml'], /is no plan of a place/],
    ['an id of several old plans', [...both, '--became', 'S1=falls'], /may mean a scheme of several old plans/],
    ['an id of nobody', [...both, '--became', 'S9=falls'], /not open/],
    [
      'a scheme of nobody',
      [...both, ...answers.slice(2), '--became', 'a.plan.yaml:S1=fals'],
      /no scheme of this plan\. Write "falls"/,
    ],
    [
      'an old plan outside the folder',
      ['merge', '../x.plan.yaml', '--into', 'plans/one.plan.yaml'],
      /is not there|outside/,
    ],
  ] as const) {
    it(`is 2 for ${what}`, () => {
      const folder = folderWith(files);
      const outcome = oneplan(folder, args);
      assert.match(outcome.told, told);
      assert.equal(outcome.out, '');
      assert.equal(outcome.status, 2);
      assert.equal(textIn(folder), plan);
    });
  }
});
