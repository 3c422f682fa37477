/** `oneplan format` as a process: what it writes, what it leaves, and how it ends. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan } from '../support/oneplan';

const loose = 'title:   A plan   # of ours\r\none_plan: 1\r\n';
const tight = 'one_plan: 1\r\ntitle: A plan   # of ours\r\n';

describe('oneplan format', () => {
  it('formats files in place, line ends kept, and does nothing the second time', () => {
    const folder = folderWith({ 'a.plan.yaml': loose, 'b/b.plan.yml': tight });
    const first = oneplan(folder, ['format']);
    assert.deepEqual([first.status, first.out, first.told], [0, '', 'Formatted: a.plan.yaml\n']);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), tight);
    const second = oneplan(folder, ['format']);
    assert.deepEqual([second.status, second.out, second.told], [0, '', '']);
  });

  it('names what is not formatted with --check, and writes nothing', () => {
    const folder = folderWith({ 'a.plan.yaml': loose, 'b.plan.yaml': tight });
    const run = oneplan(folder, ['format', '--check']);
    assert.deepEqual([run.status, run.out], [1, 'a.plan.yaml\n']);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), loose);
    assert.equal(oneplan(folder, ['format', '--check', 'b.plan.yaml']).status, 0);
  });

  it('shows what would change with --diff', () => {
    const run = oneplan(folderWith({ 'a.plan.yaml': loose }), ['format', '--diff']);
    assert.equal(run.status, 1);
    assert.match(run.out, /^-title: {3}A plan/m);
    assert.match(run.out, /^\+title: A plan/m);
  });

  it('leaves a plan with faults in its text as it is, and says so', () => {
    const broken = 'one_plan:   1\ntitle: "open\n';
    const folder = folderWith({ 'a.plan.yaml': broken });
    const run = oneplan(folder, ['format']);
    assert.equal(run.status, 2);
    assert.match(run.told, /"a\.plan\.yaml" has faults in its text, so it was left as it is/);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), broken);
  });

  it('formats standard input to standard output', () => {
    const run = oneplan(folderWith({}), ['format', '-'], { input: loose });
    assert.deepEqual([run.status, run.out], [0, tight]);
    assert.equal(oneplan(folderWith({}), ['format', '-', '--check'], { input: loose }).status, 1);
    const broken = oneplan(folderWith({}), ['format', '-'], { input: 'title: "open\n' });
    assert.deepEqual([broken.status, broken.out], [2, 'title: "open\n']);
  });

  it('finds the samples formatted', () => {
    const run = oneplan(join(__dirname, '..', '..'), [
      'format',
      '--check',
      'samples/*.yaml',
      'samples/options',
      'samples/two-bcf-plans',
    ]);
    assert.deepEqual([run.status, run.out], [0, '']);
  });
});
