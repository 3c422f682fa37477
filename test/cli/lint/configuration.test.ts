/** `oneplan.config.yaml` and baselines, on the command line. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, filesIn, late, pathsIn } from '../../support/lint-plans';
import { folderWith, oneplan, root } from '../../support/oneplan';

describe('oneplan lint', () => {
  describe('configuration', () => {
    const config = (text: string, more: Record<string, string> = {}) =>
      folderWith({ 'oneplan.config.yaml': text, 'plans/a.plan.yaml': late, ...more });
    const severityOf = (folder: string, args: readonly string[] = []) =>
      filesIn(oneplan(folder, ['lint', 'plans/a.plan.yaml', '--format', 'json', ...args]).out)
        .find(({ path }) => path === 'plans/a.plan.yaml')
        ?.problems.find(({ rule }) => rule === 'deadline-past-limit')?.severity;
    it('is found from the plan upwards, and the nearest counts', () => {
      assert.equal(severityOf(config('rules: {deadline-past-limit: error}\n')), 'error');
      assert.equal(severityOf(config('rules: {deadline-past-limit: off}\n')), undefined);
      const near = { 'plans/oneplan.config.yaml': 'rules: {deadline-past-limit: {severity: info}}\n' };
      assert.equal(severityOf(config('rules: {deadline-past-limit: error}\n', near)), 'info');
    });
    it('is not looked for above the repository', () => {
      assert.equal(severityOf(config('rules: {deadline-past-limit: error}\n', { 'plans/.git/HEAD': '' })), 'warning');
    });
    it('may be named, and options win over it', () => {
      const folder = config('as: agreed\n', { 'other.yaml': 'rules: {deadline-past-limit: info}\n' });
      assert.equal(severityOf(folder), 'error');
      assert.equal(severityOf(folder, ['--config', 'other.yaml']), 'info');
      assert.equal(severityOf(folder, ['--as', 'plan']), 'warning');
    });
    it('passes over what it ignores, in folders and by name', () => {
      const folder = config('ignore: [plans/old/]\n', { 'plans/old/b.plan.yaml': broken });
      assert.deepEqual(pathsIn(oneplan(folder, ['lint', '--format', 'json']).out), ['plans/a.plan.yaml']);
      const { out, told } = oneplan(folder, ['lint', 'plans/old/b.plan.yaml', 'plans/a.plan.yaml', '--format', 'json']);
      assert.deepEqual(pathsIn(out), ['plans/a.plan.yaml']);
      assert.match(told, /plans\/old\/b\.plan\.yaml is passed over/);
    });
    it('may bring a framework of its own', () => {
      const framework = readFileSync(join(root, 'schemas/frameworks/beyond-barker-2015.yaml'), 'utf8')
        .replace(/^id: .*/m, 'id: our-region')
        .replace(/^last_date: .*/m, 'last_date: 2022-12-31');
      const folder = config('frameworks: [our.yaml]\n', { 'our.yaml': framework });
      assert.equal(severityOf(folder, ['--framework', 'our-region']), undefined);
      assert.equal(severityOf(folder), 'warning');
    });
    for (const [what, text, at, says] of [
      ['a key that it does not have', 'rule: {}\n', '1:1', /Write "rules"/],
      [
        'a rule that is none',
        'rules:\n  deadline-past-limits: off\n',
        '2:3',
        /There is no rule "deadline-past-limits"\. Write "deadline-past-limit"/,
      ],
      ['a severity that is none', 'rules: {deadline-past-limit: fatal}\n', '1:30', /"fatal"/],
      ['an option that is none', 'rules: {deadline-past-limit: {options: {most: 3}}}\n', '1:41', /no option "most"/],
      ['a day that is none', 'today: 2019-02-30\n', '1:8', /not a day of the calendar/],
      ['a stage that is none', 'as: final\n', '1:5', /"final"/],
      ['a framework that is not there', 'frameworks: [no.yaml]\n', '1:14', /"no\.yaml" is not there/],
      ['a framework outside', 'frameworks: [../no.yaml]\n', '1:14', /lies outside/],
      ['text that is no YAML', 'as: [\n', '1:5', /never closed/],
      ['a list', '- rules\n', '1:1', /keys and values/],
    ] as const) {
      it(`is checked: ${what}`, () => {
        const { status, out } = oneplan(config(text), ['lint']);
        assert.match(out, says);
        assert.ok(out.includes(`oneplan.config.yaml:${at}`), out);
        assert.match(out, /\[bad-configuration\]/);
        assert.match(out, /\[deadline-past-limit\]/);
        assert.equal(status, 2);
      });
    }
    it('shows what is wrong in a framework of its own, in that file', () => {
      const { status, out } = oneplan(
        config('frameworks: [our.yaml]\n', { 'our.yaml': 'id: our-region\ntitel: X\n' }),
        ['lint'],
      );
      assert.match(out, /^our\.yaml:2:1: error: .*\[bad-configuration\]$/m);
      assert.match(out, /^oneplan\.config\.yaml:1:14: error: .*"our\.yaml" has faults/m);
      assert.equal(status, 2);
    });
  });

  describe('baseline', () => {
    it('leaves out what it holds, also after reordering, and shows what is new', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const written = oneplan(folder, ['lint', '--write-baseline', '--baseline', 'known/base.json']);
      assert.equal(written.status, 0);
      assert.equal(written.out, '');
      const args = ['lint', '--baseline', 'known/base.json'];
      assert.match(oneplan(folder, args).out, /nothing found\.\n.*of the baseline not shown/);
      const lines = late.split('\n');
      const at = lines.findIndex(line => line.startsWith('milestones:'));
      const moved = [...lines.slice(0, 1), '# A new first comment', ...lines.slice(1, at), '', ...lines.slice(at)].join(
        '\n',
      );
      writeFileSync(join(folder, 'a.plan.yaml'), moved);
      assert.match(oneplan(folder, args).out, /nothing found/);
      writeFileSync(join(folder, 'a.plan.yaml'), moved.replace(/^status: .*/m, 'status: finished'));
      const { status, out } = oneplan(folder, [...args, '--format', 'json']);
      assert.deepEqual(
        filesIn(out)[0]?.problems.map(({ rule }) => rule),
        ['unknown-value'],
      );
      assert.equal(status, 1);
    });
    it('may be named by the configuration, from any folder', () => {
      const folder = folderWith({ 'oneplan.config.yaml': 'baseline: base.json\n', 'p/a.plan.yaml': late });
      assert.equal(oneplan(folder, ['lint', '--write-baseline']).status, 0);
      assert.match(oneplan(join(folder, 'p'), ['lint']).out, /nothing found/);
    });
    it('must be one', () => {
      for (const text of ['{', '{"version": 2}', '{"version": 1, "findings": {"a": 1}}']) {
        const { status, told } = oneplan(folderWith({ 'a.plan.yaml': late, 'b.json': text }), [
          'lint',
          '--baseline',
          'b.json',
        ]);
        assert.match(told, /^oneplan: The baseline "b\.json" [^\n]+\n$/);
        assert.equal(status, 2);
      }
    });
  });
});
