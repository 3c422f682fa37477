/** `oneplan lint` as a process: paths, options and exit statuses. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan, program, root } from '../support/oneplan';

const good = readFileSync(join(root, 'samples/options/single-commissioner.plan.yaml'), 'utf8');
/** An error, whatever the stage. */
const broken = good.replace(/^status: .*/m, 'status: finished');
/** A warning while the plan is being written. */
const late = good
  .replace(/^status: .*/m, 'status: draft')
  .replace(/deadline: \d{4}-\d{2}-\d{2}/, 'deadline: 2021-04-01');

interface Problem {
  readonly rule: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

function filesIn(out: string): readonly { path: string; problems: readonly Problem[] }[] {
  return JSON.parse(out).files;
}

function pathsIn(out: string): readonly string[] {
  return filesIn(out).map(({ path }) => path);
}

describe('oneplan lint', () => {
  describe('exit status', () => {
    it('is 0 when nothing is found', () => {
      const { status, out, told } = oneplan(folderWith({ 'a.plan.yaml': good }), ['lint']);
      assert.equal(told, '');
      assert.match(out, /^1 file checked: nothing found\.$/m);
      assert.equal(status, 0);
    });
    it('is 1 when there is an error', () => {
      const { status, out } = oneplan(folderWith({ 'a.plan.yaml': broken }), ['lint']);
      assert.match(out, /^a\.plan\.yaml:\d+:9: error: .*\[unknown-value\]$/m);
      assert.equal(status, 1);
    });
    it('is 0 with warnings, and 1 with more than --max-warnings', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const { status, out } = oneplan(folder, ['lint', '--format', 'json']);
      const { warnings, errors } = JSON.parse(out).summary;
      assert.equal(errors, 0);
      assert.ok(warnings > 0);
      assert.equal(status, 0);
      assert.equal(oneplan(folder, ['lint', '--max-warnings', String(warnings)]).status, 0);
      assert.equal(oneplan(folder, ['lint', '--max-warnings', String(warnings - 1)]).status, 1);
    });
    for (const [what, args] of Object.entries({
      'an unknown option': ['lint', '--fromat', 'json'],
      'an unknown format': ['lint', '--format', 'yaml'],
      'an unknown command': ['lnit'],
      'a count that is none': ['lint', '--max-warnings', '-1'],
      'a day that is none': ['lint', '--today', '2019-02-30'],
      'a framework that nobody knows': ['lint', '--framework', 'beyond-baker-2015'],
      'a configuration that is not there': ['lint', '--config', 'no.yaml'],
      'a baseline that is not there': ['lint', '--baseline', 'no.json'],
      'two reports to standard output': ['lint', '--format', 'json', '--format', 'text'],
      'an output without its format': ['lint', '--format', 'json', '--output', 'a', '--output', 'b'],
      'one output for two': ['lint', '--format', 'json', '--output', 'a', '--format', 'text', '--output', 'a'],
      'a name for standard input without it': ['lint', '--stdin-filename', 'a.plan.yaml'],
      '--fix of standard input': ['lint', '-', '--fix'],
      '--diff beside a report': ['lint', '--diff', '--format', 'json'],
      'a value that is missing': ['lint', '--output'],
      'a rule that is none': ['explain', 'deadline-past-limits'],
      'no rule': ['explain'],
      'a shell that is none': ['completion', 'tcsh'],
    })) {
      it(`is 2 and one line for ${what}`, () => {
        const { status, out, told } = oneplan(folderWith({ 'a.plan.yaml': good }), args, { input: '' });
        assert.equal(out, '');
        assert.match(told, /^oneplan: [^\n]+\.\n$/);
        assert.equal(status, 2);
      });
    }
    it('is 2 for a path, a folder or a glob that gives no plan, and the other plans are still checked', () => {
      const folder = folderWith({ 'a.plan.yaml': broken, 'empty/readme.txt': '' });
      for (const path of ['no.plan.yaml', 'empty', 'plans/*.plan.yaml']) {
        const { status, out, told } = oneplan(folder, ['lint', 'a.plan.yaml', path]);
        assert.match(out, /unknown-value/);
        assert.ok(told.includes(`"${path}"`), told);
        assert.equal(told.split('\n').length, 2);
        assert.equal(status, 2);
      }
    });
    it('is 2 without a command', () => {
      assert.equal(oneplan(root, []).status, 2);
    });
  });

  describe('paths', () => {
    const files = {
      '.gitignore': 'drafts/\n',
      'a.plan.yaml': good,
      'b/b.plan.yml': good,
      'b/.gitignore': 'secret.plan.yaml\n',
      'b/secret.plan.yaml': good,
      'drafts/c.plan.yaml': good,
      'node_modules/d.plan.yaml': good,
      'other.yaml': good,
    };
    it('are searched in folders, respecting .gitignore at every level, outside of a repository', () => {
      const { out } = oneplan(folderWith(files), ['lint', '--format', 'json']);
      assert.deepEqual(pathsIn(out), ['a.plan.yaml', 'b/b.plan.yml']);
    });
    it('are the same inside a repository, also from a folder below its .gitignore', () => {
      const folder = folderWith({ ...files, '.git/HEAD': 'ref: refs/heads/main\n', 'b/drafts/e.plan.yaml': good });
      assert.deepEqual(pathsIn(oneplan(folder, ['lint', '--format', 'json']).out), ['a.plan.yaml', 'b/b.plan.yml']);
      assert.deepEqual(pathsIn(oneplan(join(folder, 'b'), ['lint', '--format', 'json']).out), ['b.plan.yml']);
    });
    it('may be globs', () => {
      const { out } = oneplan(folderWith(files), ['lint', '*/*.plan.{yaml,yml}', '--format', 'json']);
      assert.deepEqual(pathsIn(out), ['b/b.plan.yml']);
    });
    it('may be any file that is named, each once', () => {
      const { out } = oneplan(folderWith(files), [
        'lint',
        'other.yaml',
        './other.yaml',
        'drafts/c.plan.yaml',
        '--format',
        'json',
      ]);
      assert.deepEqual(pathsIn(out), ['drafts/c.plan.yaml', 'other.yaml']);
    });
    it('give the same report in any order', () => {
      const folder = folderWith({ 'a.plan.yaml': broken, 'b.plan.yaml': late });
      const forth = oneplan(folder, ['lint', 'a.plan.yaml', 'b.plan.yaml']);
      const back = oneplan(folder, ['lint', 'b.plan.yaml', 'a.plan.yaml']);
      assert.equal(back.out, forth.out);
      assert.equal(oneplan(folder, ['lint', '.']).out, forth.out);
    });
    it('may be "-", under the name that is given', () => {
      const { status, out } = oneplan(folderWith({}), ['lint', '-', '--stdin-filename', 'x/a.plan.yaml'], {
        input: broken,
      });
      assert.match(out, /^x\/a\.plan\.yaml:\d+:9: error/m);
      assert.equal(status, 1);
    });
    it('bring in what a plan incorporates, and nothing outside of the folder', () => {
      const bcf = readFileSync(join(root, 'samples/two-bcf-plans/bcf-2018-19-poole.plan.yaml'), 'utf8');
      const one = (path: string) =>
        `one_plan: 1\ntitle: T\nstatus: draft\nincorporates:\n  - plan: ${path}\n    schemes: {}\n`;
      const files = { 'in/one.plan.yaml': one('old.plan.yaml'), 'in/old.plan.yaml': bcf, 'out.plan.yaml': bcf };
      const folder = folderWith(files);
      const inside = join(folder, 'in');
      assert.deepEqual(pathsIn(oneplan(inside, ['lint', 'one.plan.yaml', '--format', 'json']).out), [
        'old.plan.yaml',
        'one.plan.yaml',
      ]);
      symlinkSync(join(folder, 'out.plan.yaml'), join(inside, 'link.plan.yaml'));
      spawnSync('mkfifo', [join(inside, 'pipe')]);
      for (const path of [
        '../out.plan.yaml',
        join(folder, 'out.plan.yaml'),
        'link.plan.yaml',
        'pipe',
        'gone',
        '/dev/zero',
        'file:///etc/passwd',
      ]) {
        writeFileSync(join(inside, 'one.plan.yaml'), one(path));
        const { out } = oneplan(inside, ['lint', 'one.plan.yaml', '--format', 'json'], { timeout: 5000 });
        assert.deepEqual(pathsIn(out), ['one.plan.yaml'], path);
        assert.ok(
          filesIn(out)[0]?.problems.some(({ rule }) => rule === 'bcf-plan-unreadable'),
          path,
        );
      }
    });
  });

  describe('files that cannot be read', () => {
    it('tells of bytes that are not UTF-8 at their place, and leaves the file alone', () => {
      const bytes = Buffer.concat([Buffer.from('one_plan: 1\ntitle: '), Buffer.from([0xa3]), Buffer.from('4m\n')]);
      const folder = folderWith({ 'a.plan.yaml': bytes });
      const { status, out } = oneplan(folder, ['lint', '--fix']);
      assert.match(
        out,
        /^a\.plan\.yaml:2:8: error: The file is not written in UTF-8: the byte A3, "£" .*\[not-text\]$/m,
      );
      assert.deepEqual(readFileSync(join(folder, 'a.plan.yaml')), bytes);
      assert.equal(status, 1);
    });
    it('tells of UTF-16', () => {
      const { out } = oneplan(folderWith({ 'a.plan.yaml': Buffer.from(`\ufeff${good}`, 'utf16le') }), ['lint']);
      assert.match(out, /UTF-16.*\[not-text\]/);
    });
    it('does not read what is too large', () => {
      const folder = folderWith({ 'a.plan.yaml': '' });
      spawnSync('truncate', ['-s', '3G', join(folder, 'a.plan.yaml')]);
      const { status, out } = oneplan(folder, ['lint']);
      assert.match(out, /\[too-large\]/);
      assert.equal(status, 1);
    });
    it('opens no pipe, no device and no circle of links', () => {
      const folder = folderWith({});
      spawnSync('mkfifo', [join(folder, 'pipe.plan.yaml')]);
      symlinkSync('round.plan.yaml', join(folder, 'round.plan.yaml'));
      for (const path of ['pipe.plan.yaml', '/dev/zero', 'round.plan.yaml', 'x'.repeat(5000)]) {
        const { status, out, told } = oneplan(folder, ['lint', path], { timeout: 5000 });
        assert.match(told, /^oneplan: The file [^\n]+\n$/);
        assert.match(out, /^0 files checked/);
        assert.equal(status, 2);
      }
    });
  });

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
      assert.match(out, /^1 file checked: nothing found\.$/m);
      assert.equal(status, 1);
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

  it('gives the same bytes whatever the clock, the time zone and the language', () => {
    const folder = folderWith({ 'a.plan.yaml': late, 'b.plan.yaml': broken });
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown']) {
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
