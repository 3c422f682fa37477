/** `--fix` and `--diff` on real files: only edits, whole or not at all, and never on what must not be changed. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan, program, root } from '../../support/oneplan';

/** An old plan in which two amounts lack their pound sign, and nothing else is wrong. */
const faulty = `bcf_plan: 1
title: Better Care Fund plan  # kept
place: {code: E10000023, name: North Yorkshire}
year: 2017-18
schemes:
  - {id: A1, name: "Falls",   amount: 1.2m}
  - {id: B2, name: Re-ablement, amount: '850k'}
`;
const fixed = faulty.replace('1.2m', '£1.2m').replace("'850k'", '£850k');

/** Files that are left over from writing. */
function leftOver(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => name.endsWith('.tmp'));
}

describe('oneplan lint --fix', () => {
  it('changes what is safe, keeps every other byte, and reports what is left', () => {
    const folder = folderWith({ 'a.plan.yaml': faulty });
    const before = oneplan(folder, ['lint', '--format', 'json']);
    assert.ok(
      JSON.parse(before.out).files[0].problems.filter((problem: { fixable: boolean }) => problem.fixable).length === 2,
      before.out,
    );
    const { status, out, told } = oneplan(folder, ['lint', '--fix']);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), fixed);
    assert.equal(told, 'Put right: a.plan.yaml\n');
    assert.match(out, /nothing found/);
    assert.equal(status, 0);
    assert.deepEqual(leftOver(folder), []);
  });
  it('changes nothing the second time', () => {
    const folder = folderWith({ 'a.plan.yaml': faulty });
    oneplan(folder, ['lint', '--fix']);
    const { mtimeMs } = statSync(join(folder, 'a.plan.yaml'));
    assert.equal(oneplan(folder, ['lint', '--fix']).told, '');
    assert.equal(statSync(join(folder, 'a.plan.yaml')).mtimeMs, mtimeMs);
  });
  for (const [what, change] of [
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['mixed line ends', (text: string) => text.replace('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ] as const) {
    it(`keeps ${what}`, () => {
      const folder = folderWith({ 'a.plan.yaml': change(faulty) });
      oneplan(folder, ['lint', '--fix']);
      assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), change(fixed));
    });
  }
  it('keeps the mode of a file', () => {
    const folder = folderWith({ 'a.plan.yaml': faulty });
    chmodSync(join(folder, 'a.plan.yaml'), 0o640);
    oneplan(folder, ['lint', '--fix']);
    assert.equal(statSync(join(folder, 'a.plan.yaml')).mode & 0o777, 0o640);
  });
  it('goes through a link to the file inside the folder, and leaves the link one', () => {
    const folder = folderWith({ 'real/a.yaml': faulty });
    symlinkSync('real/a.yaml', join(folder, 'a.plan.yaml'));
    oneplan(folder, ['lint', 'a.plan.yaml', '--fix']);
    assert.equal(readFileSync(join(folder, 'real/a.yaml'), 'utf8'), fixed);
    assert.ok(lstatSync(join(folder, 'a.plan.yaml')).isSymbolicLink());
  });
  for (const [what, prepare] of [
    ['lies outside, behind a link', (folder: string) => symlinkSync('../a.yaml', join(folder, 'in/a.plan.yaml'))],
    ['has a second name', (folder: string) => linkSync(join(folder, 'a.yaml'), join(folder, 'in/a.plan.yaml'))],
    [
      'is write-protected',
      (folder: string) => {
        writeFileSync(join(folder, 'in/a.plan.yaml'), faulty);
        chmodSync(join(folder, 'in/a.plan.yaml'), 0o444);
      },
    ],
  ] as const) {
    it(`leaves a file alone that ${what}: 2`, () => {
      const folder = folderWith({ 'a.yaml': faulty, 'in/b.plan.yaml': faulty });
      prepare(folder);
      const { status, told } = oneplan(join(folder, 'in'), ['lint', 'a.plan.yaml', 'b.plan.yaml', '--fix']);
      assert.match(told, /^oneplan: The file "a\.plan\.yaml" [^\n]+ left as it is\.$/m);
      assert.equal(readFileSync(join(folder, 'in/a.plan.yaml'), 'utf8'), faulty);
      assert.equal(readFileSync(join(folder, 'in/b.plan.yaml'), 'utf8'), fixed, 'the other file is still put right');
      assert.equal(status, 2);
    });
  }
  it('leaves a file alone whose text cannot be read whole', () => {
    const text = `${faulty}notes: "never closed\n  and: [so on\n<<<<<<< mine\n`;
    const folder = folderWith({ 'a.plan.yaml': text });
    const { status } = oneplan(folder, ['lint', '--fix']);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), text);
    assert.equal(status, 1);
  });
  it('puts right what is beyond the findings that are reported, in one run', () => {
    const scheme = (index: number, amount: string) =>
      `  - {id: s-${index}, name: Scheme ${index}, amount: ${amount}}\n`;
    const plan = (amount: string) =>
      `${fixed}${Array.from({ length: 1_500 }, (_, index) => scheme(index, amount)).join('')}`;
    const broken = `${plan('1m')}<<<<<<< mine\n`;
    const folder = folderWith({ 'a.plan.yaml': plan('1m'), 'b.plan.yaml': broken });
    const { status, told } = oneplan(folder, ['lint', '--fix']);
    assert.ok(readFileSync(join(folder, 'a.plan.yaml'), 'utf8') === plan('£1m'));
    // A text that cannot be read whole stays as it is, wherever the fault is.
    assert.ok(readFileSync(join(folder, 'b.plan.yaml'), 'utf8') === broken);
    assert.equal(told, 'Put right: a.plan.yaml\n');
    assert.equal(status, 1);
  });
  it('does not touch the old plans that are only brought in', () => {
    const one = 'one_plan: 1\ntitle: T\nstatus: draft\nincorporates:\n  - plan: old.plan.yaml\n    schemes: {}\n';
    const folder = folderWith({ 'one.plan.yaml': one, 'old.plan.yaml': faulty });
    oneplan(folder, ['lint', 'one.plan.yaml', '--fix']);
    assert.equal(readFileSync(join(folder, 'old.plan.yaml'), 'utf8'), faulty);
  });
  it('leaves the old file whole when the disk is full', () => {
    const folder = folderWith({ 'a.plan.yaml': `${faulty}${`# ${'x'.repeat(97)}\n`.repeat(2_000)}` });
    const text = readFileSync(join(folder, 'a.plan.yaml'), 'utf8');
    // Files of this process may grow to 64 blocks of half a kilobyte or one, less than the plan needs.
    const run = spawnSync(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 64; exec "${process.execPath}" "${program}" lint --fix`],
      { cwd: folder },
    );
    assert.match(String(run.stderr), /a\.plan\.yaml" cannot be written/);
    assert.equal(run.status, 2);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), text);
    assert.deepEqual(leftOver(folder), []);
  });
  it('leaves files old or new, and nothing beside them, when it is interrupted', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}.plan.yaml`);
    for (const [round, signal] of (['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM'] as const).entries()) {
      const folder = folderWith(Object.fromEntries(names.map(name => [name, faulty])));
      const child = spawn(process.execPath, [program, 'lint', '--fix'], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let told = '';
      child.stderr.on('data', bytes => {
        told += bytes;
        if (told.split('\n').length > round * 5) child.kill(signal);
      });
      await new Promise(resolve => child.on('close', resolve));
      const texts = names.map(name => readFileSync(join(folder, name), 'utf8'));
      assert.ok(texts.every(text => text === faulty || text === fixed));
      assert.deepEqual(leftOver(folder), [], signal);
      assert.doesNotMatch(told, /\bat \S+:\d+/);
    }
  });
  it('does not write what somebody else has changed meanwhile, and never mixes two runs', async () => {
    const folder = folderWith({ 'a.plan.yaml': faulty });
    const runs = Array.from(
      { length: 6 },
      () =>
        new Promise<number | null>(resolve => {
          spawn(process.execPath, [program, 'lint', '--fix'], { cwd: folder, stdio: 'ignore' }).on('close', resolve);
        }),
    );
    const statuses = await Promise.all(runs);
    assert.equal(readFileSync(join(folder, 'a.plan.yaml'), 'utf8'), fixed);
    assert.ok(
      statuses.every(status => status === 0 || status === 2),
      String(statuses),
    );
    assert.deepEqual(leftOver(folder), []);
  });
});

describe('oneplan lint --diff', () => {
  it('shows exactly what --fix would write, and writes nothing', () => {
    const folder = folderWith({ 'sub/a.plan.yaml': faulty });
    const { status, out } = oneplan(folder, ['lint', '--diff']);
    assert.match(out, /^--- a\/sub\/a\.plan\.yaml\n?/m);
    assert.match(out, /^- {2}- \{id: A1, name: "Falls", {3}amount: 1\.2m\}$/m);
    assert.match(out, /^\+ {2}- \{id: A1, name: "Falls", {3}amount: £1\.2m\}$/m);
    assert.equal(readFileSync(join(folder, 'sub/a.plan.yaml'), 'utf8'), faulty);
    assert.equal(status, 1);
    const patched = spawnSync('git', ['apply', '-p1', '-'], { cwd: folder, input: out });
    assert.equal(patched.status, 0, String(patched.stderr));
    assert.equal(readFileSync(join(folder, 'sub/a.plan.yaml'), 'utf8'), fixed);
  });
  it('works on standard input', () => {
    const { out } = oneplan(root, ['lint', '-', '--diff', '--stdin-filename', 'x.plan.yaml'], { input: faulty });
    assert.match(out, /^\+.*£850k/m);
  });
  it('is empty when there is nothing to put right', () => {
    const nothing = oneplan(folderWith({ 'a.plan.yaml': fixed }), ['lint', '--diff']);
    assert.equal(nothing.out, '');
    assert.match(nothing.told, /^Nothing can be put right/);
  });
});
