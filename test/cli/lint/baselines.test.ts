/** Baselines over time: they survive reordering, lose what is not found any more, and keep what other plans have. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan } from '../../support/oneplan';
import { smallPlan } from '../../support/small-plans';

const write = ['lint', '--write-baseline', '--baseline', 'base.json'];
const read = ['lint', '--baseline', 'base.json'];
const milestones = (order: readonly string[]) =>
  smallPlan().replace(/^milestones:[\s\S]*/m, `milestones:\n${order.join('')}`);
const late = '  - {id: late, title: Late, lead: TBC, deadline: 2021-04-01}\n';
const later = '  - {id: later, title: Later, lead: a-example, deadline: 2022-04-01}\n';

describe('baselines', () => {
  const baseOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8')).findings;

  it('survive reordering and lines put in between', () => {
    const folder = folderWith({ 'a.plan.yaml': milestones([late, later]) });
    oneplan(folder, write);
    writeFileSync(join(folder, 'a.plan.yaml'), `# a remark\n\n${milestones([later, '  # another\n', late])}`);
    const { status, out } = oneplan(folder, read);
    assert.match(out, /: nothing found\.$/m);
    assert.doesNotMatch(out, /not found any more/);
    assert.equal(status, 0);
  });
  it('show what is new', () => {
    const folder = folderWith({ 'a.plan.yaml': milestones([later]) });
    oneplan(folder, write);
    writeFileSync(join(folder, 'a.plan.yaml'), milestones([late, later]));
    const { out } = oneplan(folder, read);
    assert.match(out, /Milestone "Late" is due on 2021-04-01/);
    assert.doesNotMatch(out, /Milestone "Later"/);
  });
  it('tell how many are not found any more, and lose them when they are written', () => {
    const folder = folderWith({ 'a.plan.yaml': milestones([late, later]) });
    oneplan(folder, write);
    const before = baseOf(folder)['a.plan.yaml'].length;
    writeFileSync(join(folder, 'a.plan.yaml'), milestones([later]));
    const { out } = oneplan(folder, read);
    const gone = Number(/^(\d+) findings of the baseline not found any more/m.exec(out)?.[1]);
    assert.ok(gone >= 2, out);
    oneplan(folder, write);
    assert.equal(baseOf(folder)['a.plan.yaml'].length, before - gone);
    assert.doesNotMatch(oneplan(folder, read).out, /not found any more/);
  });
  it('keep what they hold of plans that were not checked, and forget those that are gone', () => {
    const folder = folderWith({
      'a.plan.yaml': milestones([late]),
      'b.plan.yaml': milestones([later]).replaceAll('E10000023', 'E06000017'),
    });
    oneplan(folder, write);
    const whole = readFileSync(join(folder, 'base.json'), 'utf8');
    oneplan(folder, [...write, 'a.plan.yaml']);
    assert.deepEqual(baseOf(folder)['b.plan.yaml'], JSON.parse(whole).findings['b.plan.yaml']);
    rmSync(join(folder, 'b.plan.yaml'));
    oneplan(folder, write);
    assert.deepEqual(Object.keys(baseOf(folder)), ['a.plan.yaml']);
  });
  it('are the same bytes for the same findings, in whatever order files are named', () => {
    const folder = folderWith({ 'a.plan.yaml': milestones([late]), 'b.plan.yaml': milestones([later]) });
    const bytes = [
      ['a.plan.yaml', 'b.plan.yaml'],
      ['b.plan.yaml', 'a.plan.yaml'],
    ].map(paths => {
      oneplan(folder, [...write, ...paths]);
      return readFileSync(join(folder, 'base.json'), 'utf8');
    });
    assert.equal(bytes[0], bytes[1]);
  });
  it('hold expired and unused waivers like other findings', () => {
    const waived = `  # oneplan-waive deadline-past-limit: agreed (A. Example, until 2018-01-01)\n${late}  # oneplan-waive milestone-order: no reason to\n${later}`;
    const folder = folderWith({ 'a.plan.yaml': milestones([waived]) });
    const args = ['--today', '2018-06-01'];
    const { out } = oneplan(folder, ['lint', ...args]);
    assert.match(out, /\[expired-waiver\]/);
    assert.match(out, /\[unused-waiver\]/);
    oneplan(folder, [...write, ...args]);
    assert.match(oneplan(folder, [...read, ...args]).out, /: nothing found\.$/m);
  });
});
