/**
 * What goes wrong around the program: the server is killed, a file is taken away, renamed or replaced by a folder while it
 * is open, a disk is full, a folder may not be written to, `--fix` is killed. Files stay old or new and whole, and the same
 * findings come again. (A cancellation storm is in `test/lsp/lifecycle`, the disk that is full and signals in `test/cli/lint/fix`,
 * a crash in the editor in `test/vscode/suite/crash`.)
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { folderWith, oneplan, program, runNode } from '../support/oneplan';
import { allSamples } from '../support/plan-texts';
import { assertKept } from '../support/resource-usage';
import { oldPlan, planWithOldPlan } from '../support/small-plans';

describe('a server that is killed', () => {
  it('is followed by another that finds the same', async () => {
    const samples = allSamples().filter(({ name }) => name.includes('broken'));
    const folder = folderOfPlans(
      Object.fromEntries(samples.map(({ name, text }) => [name.split('/').at(-1) ?? '', text])),
    );
    const before = await LspClient.start({ folders: [folder.uri] });
    const found = await before.workspace();
    assert.ok(found.size >= samples.length);
    await before.kill();
    const after = await LspClient.start({ folders: [folder.uri], measured: true });
    const again = await after.workspace();
    assert.deepEqual([...again], [...found]);
    assertKept(3_000, (await after.usage()).processor, 'the other server');
    assert.equal(await after.stop(), 0);
    folder.dispose();
  });
});

function becomesFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

describe('a file that is open', () => {
  let folder: FolderOfPlans;
  let client: LspClient;
  beforeEach(async () => {
    folder = folderOfPlans({ 'one.plan.yaml': planWithOldPlan('old.plan.yaml'), 'old.plan.yaml': oldPlan('A1') });
    client = await LspClient.start({ folders: [folder.uri] });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
    folder.dispose();
  });

  const rulesIn = async (file: string) =>
    new Set((await client.diagnostics(folder.uriOf(file))).map(({ code }) => code));
  const missing = 'bcf-plan-unreadable';

  for (const [what, change] of [
    ['is removed', (path: string) => rmSync(path)],
    ['is renamed', (path: string) => renameSync(path, `${path}.bak`)],
    ['becomes a folder', becomesFolder],
  ] as const) {
    it(`and ${what} on the disk counts as the editor has it, until it is closed`, async () => {
      const old = folder.uriOf('old.plan.yaml');
      await client.open(folder.uriOf('one.plan.yaml'), planWithOldPlan('old.plan.yaml'));
      await client.open(old, oldPlan('A1', 'B2'));
      assert.ok((await rulesIn('one.plan.yaml')).has('bcf-scheme-orphaned'), 'the second scheme is in the editor only');
      change(join(folder.path, 'old.plan.yaml'));
      await client.filesChanged({ uri: old, type: FileChangeType.Deleted });
      assert.ok((await rulesIn('one.plan.yaml')).has('bcf-scheme-orphaned'));
      await client.close(old);
      assert.ok((await rulesIn('one.plan.yaml')).has(missing));
      assert.deepEqual(await client.diagnostics(old), []);
    });
  }
});

describe('oneplan lint --fix that is killed', () => {
  it('leaves every file old or new, and the next run ends the work', async () => {
    const faulty = oldPlan('A1').replace('£1m', '1m');
    const fixed = oldPlan('A1');
    const names = Array.from({ length: 60 }, (_, index) => `${index}.plan.yaml`);
    const folder = folderWith(Object.fromEntries(names.map(name => [name, faulty])));
    const child = spawn(process.execPath, [program, 'lint', '--fix'], { cwd: folder });
    child.stderr.once('data', () => child.kill('SIGKILL'));
    await once(child, 'close');
    const texts = names.map(name => readFileSync(join(folder, name), 'utf8'));
    assert.ok(texts.every(text => text === faulty || text === fixed));
    const next = spawn(process.execPath, [program, 'lint', '--fix'], { cwd: folder, stdio: 'ignore' });
    await once(next, 'close');
    assert.ok(names.every(name => readFileSync(join(folder, name), 'utf8') === fixed));
    assert.deepEqual(leftOver(folder), []);
  });

  it('leaves nothing behind that the next run does not take away', () => {
    const faulty = oldPlan('A1').replace('£1m', '1m');
    // Killed when the new file is written and the old one is still there.
    const killed = `fs.renameSync = () => process.kill(process.pid, 'SIGKILL');`;
    const folder = folderWith({
      'in/a.plan.yaml': faulty,
      'killed.cjs': `const fs = require('node:fs');\n${killed}\n`,
    });
    const where = join(folder, 'in');
    const first = runNode(where, ['--require', join(folder, 'killed.cjs'), program, 'lint', '--fix']);
    assert.equal(first.signal, 'SIGKILL');
    assert.equal(leftOver(where).length, 1);
    assert.equal(readFileSync(join(where, 'a.plan.yaml'), 'utf8'), faulty);
    // What another program, or a process that is still there, has written is none of ours.
    const [name = ''] = leftOver(where);
    const others = [name.replace(/-\d+-(\w+)\.tmp$/, `-${process.pid}-$1.tmp`), '.other-1-0123456789ab.tmp'].sort();
    for (const other of others) writeFileSync(join(where, other), '');
    writeFileSync(join(where, 'a.plan.yaml'), oldPlan('A1'));
    assert.equal(oneplan(where, ['lint', '--fix']).status, 0);
    assert.deepEqual([...leftOver(where)].sort(), others);
  });
});

/** Files that are left over from writing. */
function leftOver(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => name.endsWith('.tmp'));
}
