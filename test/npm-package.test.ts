/** The npm package as people get it: packed from the sources alone, installed into an empty project without a network, and run. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulePages } from '../server/src/core/index';
import { late } from './support/lint-plans';
import { folderWith, root } from './support/oneplan';

function run(folder: string, program: string, args: readonly string[], input = '') {
  const { FORCE_COLOR: _force, ...environment } = process.env;
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(program, [...args], { cwd: folder, input, shell, env: environment });
  return { status, out: String(stdout), told: String(stderr) };
}

/** The files that a fresh clone would have, with the packages of the build at hand. */
function cloneIn(folder: string): string {
  const { out } = run(root, 'git', ['ls-files', '-z', '-c', '-o', '--exclude-standard', '--deduplicate']);
  const clone = join(folder, 'clone');
  for (const path of out.split('\0')) {
    if (path === '' || path === 'node_modules' || !isFile(join(root, path))) continue;
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(root, path), join(clone, path));
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  return clone;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

describe('the npm package', () => {
  let project: string;
  let installed: string;
  before(function () {
    this.timeout(300_000);
    project = folderWith({ 'package.json': '{"private": true}', 'plans/a.plan.yaml': late });
    const clone = cloneIn(folderWith({}));
    const packed = run(clone, 'npm', ['pack', '--pack-destination', project]);
    assert.equal(packed.status, 0, packed.told);
    assert.match(packed.out, /^oneplan-[\d.]+\.tgz\n$/, 'programs read the name of the package');
    const tarball = join(project, packed.out.trim());
    assert.ok(statSync(tarball).size < 1_500_000, `${statSync(tarball).size} bytes`);
    const args = ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(project, 'cache'), tarball];
    const install = run(project, 'npm', args);
    assert.equal(install.status, 0, install.told);
    installed = join(project, 'node_modules/oneplan');
  });

  it('brings no other package and no compiled code', () => {
    assert.deepEqual(
      readdirSync(join(project, 'node_modules')).filter(name => !name.startsWith('.')),
      ['oneplan'],
    );
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter(file => /\.code|browser|extension|\.ts$|\.png$/.test(file)),
      [],
    );
  });

  it('checks plans, and starts from compiled code the next time', () => {
    const lint = () => run(project, 'npx', ['--offline', 'oneplan', 'lint', 'plans', '--format', 'concise']);
    const first = lint();
    assert.match(first.out, /^plans\/a\.plan\.yaml:\d+:\d+: warning: .*\[deadline-past-limit\]$/m);
    assert.deepEqual([first.status, first.told], [0, '']);
    const kept = readdirSync(join(installed, 'dist')).filter(file => file.includes('.code'));
    assert.match(kept.join(), /^cli\.[0-9a-f]{16}\.[^,]+\.code$/);
    assert.deepEqual(lint(), first);
  });

  it('serves an editor', async () => {
    const body =
      '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}';
    const shell = process.platform === 'win32';
    const child = spawn('npx', ['--offline', 'oneplan', 'lsp', '--stdio'], { cwd: project, shell });
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let answer = '';
    for await (const bytes of child.stdout) {
      answer += bytes;
      // A server whose client is gone ends.
      if (answer.includes('"hoverProvider"')) child.stdin.end();
    }
    assert.match(answer, /^Content-Length: \d+\r\n/);
    assert.match(answer, /"hoverProvider":/);
  });

  it('has the page of every rule where the server looks for it', () => {
    for (const { id } of rulePages()) assert.ok(isFile(join(installed, 'docs/rules', `${id}.md`)), id);
  });

  it('has the licence of every package of which it holds a part', () => {
    const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const { outputs } = JSON.parse(readFileSync(join(root, 'dist/metafile.json'), 'utf8')) as Metafile;
    const held = Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .flatMap(([path]) => path.match(/(?<=.*node_modules\/)(?!.*node_modules\/)(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
    );
    const told = new Set([...notices.matchAll(/^(\S+) \d\S* \([^)]+\)$/gm)].map(([, name = '']) => name));
    assert.ok(told.size > 10);
    assert.deepEqual([...told].sort(), [...new Set(held)].sort());
    const { components } = JSON.parse(readFileSync(join(root, 'dist/sbom.cdx.json'), 'utf8'));
    assert.deepEqual([...new Set(components.map(({ name }: { name: string }) => name))].sort(), [...told].sort());
  });
});

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}
