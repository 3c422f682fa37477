/** What `oneplan lint` judges by and what it shows. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNames } from '../../../server/src/core/index';
import { broken, filesIn, good, late } from '../../support/lint-plans';
import { folderWith, oneplan, program, root } from '../../support/oneplan';

describe('oneplan lint', () => {
  describe('stage, framework and day', () => {
    it('judges as agreed: what is a warning becomes an error', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const severity = (args: readonly string[]) =>
        filesIn(oneplan(folder, ['lint', '--format', 'json', ...args]).out)[0]?.problems.find(
          ({ rule }) => rule === 'deadline-past-limit',
        )?.severity;
      assert.equal(severity([]), 'warning');
      assert.equal(severity(['--as', 'agreed']), 'error');
      assert.equal(oneplan(folder, ['lint', '--as', 'agreed']).status, 1);
    });
    it('judges by another framework', () => {
      const { out } = oneplan(folderWith({ 'a.plan.yaml': late }), [
        'lint',
        '--format',
        'json',
        '--framework',
        'better-care-fund-2025-26',
      ]);
      assert.equal(JSON.parse(out).files[0].framework, 'better-care-fund-2025-26');
    });
    it('knows no day but the one that is given', () => {
      const plan = readFileSync(join(root, 'samples/broken/waivers.plan.yaml'), 'utf8');
      const folder = folderWith({ 'a.plan.yaml': plan });
      assert.doesNotMatch(oneplan(folder, ['lint']).out, /\[expired-waiver\]/);
      assert.match(oneplan(folder, ['lint', '--today', '2019-01-01']).out, /error: .*\[expired-waiver\]/);
    });
  });

  describe('what is shown', () => {
    it('is errors only with --quiet, and warnings still count', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const { status, out } = oneplan(folder, ['lint', '--quiet', '--max-warnings', '0']);
      assert.match(out, /^1 file checked: no errors\.\n\d+ findings? not shown, as only errors were asked for\.$/m);
      assert.equal(status, 1);
      for (const format of ['markdown', 'github']) {
        const quiet = oneplan(folder, ['lint', '--quiet', '--format', format]).out;
        assert.match(quiet, /no errors|0 errors/);
        assert.match(quiet, /findings? not shown, as only errors were asked for\./);
        assert.doesNotMatch(quiet, /nothing found|0 warnings/);
      }
    });
    it('is said to be nothing with --quiet only where nothing is hidden', () => {
      const folder = folderWith({ 'a.plan.yaml': good });
      assert.equal(oneplan(folder, ['lint', '--quiet']).out, oneplan(folder, ['lint']).out);
    });
    it('is one plain sentence where the folder has no plan', () => {
      const { status, out, told } = oneplan(folderWith({ 'notes.txt': '' }), ['lint']);
      assert.equal(
        told,
        'oneplan: There is no plan in the folder ".": the file name of a plan ends in ".plan.yaml".\n',
      );
      assert.deepEqual([status, out], [2, '']);
    });
    it('has colours where the environment forces them, unless it or an option says no', () => {
      const folder = folderWith({ 'a.plan.yaml': broken });
      const isColoured = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
        oneplan(folder, ['lint', ...args], { env }).out.includes('\u001b');
      assert.ok(isColoured({ FORCE_COLOR: '1' }));
      assert.ok(isColoured({ CLICOLOR_FORCE: '1', TERM: 'dumb' }));
      for (const env of [
        { FORCE_COLOR: '0' },
        { FORCE_COLOR: 'false', CLICOLOR_FORCE: '1' },
        { CLICOLOR_FORCE: '0' },
        { FORCE_COLOR: '1', NO_COLOR: '1' },
        { CLICOLOR_FORCE: '1', NO_COLOR: '1' },
      ])
        assert.ok(!isColoured(env), JSON.stringify(env));
      assert.ok(!isColoured({ FORCE_COLOR: '1' }, '--no-color'));
    });
    it('has colours only when asked, as it is no screen', () => {
      const folder = folderWith({ 'a.plan.yaml': broken });
      const start = '\u001b';
      assert.ok(!oneplan(folder, ['lint']).out.includes(start));
      assert.ok(!oneplan(folder, ['lint', '--no-color']).out.includes(start));
      assert.ok(oneplan(folder, ['lint', '--color']).out.includes(start));
      assert.ok(oneplan(folder, ['lint', '--color'], { env: { NO_COLOR: '1' } }).out.includes(start));
      const plain = oneplan(folder, ['lint']).out;
      const coloured = oneplan(folder, ['lint', '--color']).out;
      assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), plain);
    });
    it('is several reports at once, and one on standard output', () => {
      const folder = folderWith({ 'a.plan.yaml': broken });
      const args = [
        'lint',
        '--format',
        'json',
        '--output',
        'out/a.json',
        '--output',
        'b.sarif',
        '--format',
        'sarif',
        '--format',
        'github',
      ];
      const { status, out } = oneplan(folder, args);
      assert.match(out, /^::error file=a\.plan\.yaml,line=/);
      assert.equal(JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8')).summary.errors, 1);
      assert.equal(JSON.parse(readFileSync(join(folder, 'b.sarif'), 'utf8')).version, '2.1.0');
      assert.equal(status, 1);
    });
    it('goes to standard output where its output is "-", beside others in files', () => {
      const folder = folderWith({ 'a.plan.yaml': broken });
      const args = ['lint', '--format', 'json', '--output', '-', '--format', 'github', '--output', 'a.txt'];
      const { out } = oneplan(folder, args);
      assert.equal(JSON.parse(out).summary.errors, 1);
      assert.ok(!existsSync(join(folder, '-')));
      const twice = oneplan(folder, ['lint', '--format', 'json', '--output', '-', '--format', 'github']);
      assert.match(twice.told, /Only one report can go to standard output/);
      assert.equal(twice.status, 2);
    });
    it('goes to a file that cannot be written: 2', () => {
      const folder = folderWith({ 'a.plan.yaml': good, 'dir/x': '' });
      const { status, told } = oneplan(folder, ['lint', '--format', 'json', '--output', 'dir']);
      assert.match(told, /"dir" is a folder/);
      assert.equal(status, 2);
    });
    it('tells statistics apart from the results', () => {
      const folder = folderWith({ 'a.plan.yaml': good });
      const { out, told } = oneplan(folder, ['lint', '--stats']);
      assert.equal(out, oneplan(folder, ['lint']).out);
      assert.match(told, /^1 file, \d+ characters: read in [\d.]+ ms, checked in [\d.]+ ms, reported in [\d.]+ ms\.$/m);
    });
    it('ends quietly when nobody reads on', done => {
      const folder = folderWith(
        Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.plan.yaml`, late])),
      );
      const child = spawn(process.execPath, [program, 'lint', '--format', 'json'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let told = '';
      child.stderr.on('data', bytes => {
        told += bytes;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      child.on('close', status => {
        assert.equal(told, '');
        assert.equal(status, 141);
        done();
      });
    });
  });

  it('gives the same bytes whatever the clock, the time zone and the language', () => {
    const folder = folderWith({ 'a.plan.yaml': late, 'b.plan.yaml': broken });
    for (const format of formatNames) {
      const args = ['lint', '--format', format];
      const { out } = oneplan(folder, args);
      for (const env of [
        { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
        { TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8' },
        { LOG_STREAM: '1', LOG_TOKENS: '1', LANG: 'C' },
      ]) {
        assert.equal(oneplan(folder, args, { env }).out, out);
      }
    }
  });

  it('takes a folder that may not be read for what it is', () => {
    if (process.getuid?.() === 0) {
      // The superuser reads everything, so that here the folder is simply empty.
      const folder = folderWith({});
      mkdirSync(join(folder, 'locked'));
      assert.equal(oneplan(folder, ['lint', 'locked']).status, 2);
      return;
    }
    const folder = folderWith({ 'locked/a.plan.yaml': good });
    chmodSync(join(folder, 'locked'), 0);
    assert.equal(oneplan(folder, ['lint', 'locked']).status, 2);
    chmodSync(join(folder, 'locked'), 0o755);
  });
});
