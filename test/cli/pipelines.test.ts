/** What pipelines start: the GitHub Action's script in a real repository, and the pre-commit hook's entry. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderWith, oneplan, root } from '../support/oneplan';

const good = readFileSync(join(root, 'samples/options/single-commissioner.plan.yaml'), 'utf8');
const broken = good.replace(/^status: .*/m, 'status: finished');

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=A. Example', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder });
  assert.equal(status, 0, String(stderr));
  return String(stdout).trim();
}

/** The defaults of action.yml as the action hands them on. */
function inputs(): Record<string, string> {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  return Object.fromEntries(
    Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll('-', '_').toUpperCase()}`,
      String(input.default),
    ]),
  );
}

function act(folder: string, more: Record<string, string>) {
  const run = spawnSync('bash', [join(root, 'scripts/action.sh')], {
    cwd: folder,
    env: { ...process.env, ...inputs(), GITHUB_ACTION_PATH: root, BASE: '', ...more },
  });
  return { status: run.status, out: String(run.stdout), told: String(run.stderr) };
}

describe('in a pipeline', () => {
  function repository(): { folder: string; base: string } {
    const folder = folderWith({ 'old.plan.yaml': broken, 'a b.plan.yaml': good });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'Plans');
    return { folder, base: git(folder, 'rev-parse', 'HEAD') };
  }
  it('the action checks the plans that have changed, and writes SARIF', () => {
    const { folder, base } = repository();
    writeFileSync(join(folder, 'a b.plan.yaml'), broken);
    git(folder, 'commit', '-q', '-a', '-m', 'A change');
    const { status, out, told } = act(folder, { BASE: base, INPUT_TODAY: '2018-01-01' });
    assert.match(out, /^::error file=a b\.plan\.yaml,/m);
    assert.doesNotMatch(out, /file=old\.plan\.yaml/);
    assert.equal(JSON.parse(readFileSync(join(folder, 'oneplan.sarif'), 'utf8')).version, '2.1.0');
    assert.equal(told, '');
    assert.equal(status, 1);
  });
  it('the action is content when no plan has changed', () => {
    const { folder, base } = repository();
    assert.deepEqual(act(folder, { BASE: base }), { status: 0, out: 'No plan has changed.\n', told: '' });
  });
  it('the action checks everything without a commit before, and what it is told to', () => {
    const { folder } = repository();
    assert.match(act(folder, { BASE: '0'.repeat(40) }).out, /file=old\.plan\.yaml/);
    assert.equal(act(folder, { INPUT_PATHS: 'a b.plan.yaml\n', INPUT_TODAY: '2017-04-01' }).status, 0);
  });
  it('the action takes no input for a command', () => {
    const { folder } = repository();
    const { status } = act(folder, { INPUT_PATHS: '$(touch hacked)\n--fix\n', INPUT_AS: '`touch hacked`' });
    assert.equal(status, 2);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });
  it('the hook of pre-commit is a command of the program', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    const [name, ...args] = hook.entry.split(' ');
    assert.equal(name, 'oneplan');
    assert.match('plans/x.plan.yml', new RegExp(hook.files));
    const folder = folderWith({ 'a.plan.yaml': broken });
    assert.equal(oneplan(folder, [...args, 'a.plan.yaml']).status, 1);
  });
});
