/**
 * Plans that name what they may not have, through the server and the command line as processes: nothing outside the folder
 * is opened, no connection is made, no code is made at run time, and every reference that is refused is told.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { folderWith, oneplan, program, runNode } from '../support/oneplan';
import { assertKept, measured, usageIn } from '../support/resource-usage';
import { knownSeed } from '../support/seed';
import { oldPlan } from '../support/small-plans';
import { guarded, makeGraphs, planNaming, references, trespasses, tryReferences } from './reference-graphs';

describe('a plan that names files', () => {
  it(`is given nothing from outside by the command line, in ${references.length} cases`, () => {
    tryReferences(knownSeed, 0);
  });

  it('is given nothing from outside by the server', async () => {
    const graphs = makeGraphs(knownSeed, 20);
    const notes = join(graphs.work, '..', 'notes');
    const folder = pathToFileURL(graphs.work).href;
    const client = await LspClient.start({
      folders: [folder],
      nodeOptions: guarded,
      environment: { GUARD_NOTES: notes },
    });
    const found = await client.workspace();
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
    assert.deepEqual(trespasses(readFileSync(notes, 'utf8'), graphs.work), []);
    for (const [path, refused] of graphs.refused) {
      const told = found.get(`${folder}/${path}`)?.filter(({ code }) => code === 'bcf-plan-unreadable') ?? [];
      assert.ok(told.length >= refused.size, path);
    }
    assert.ok(!JSON.stringify([...found]).includes('CANARY'));
    graphs.dispose();
  });

  it('may name a thousand, or begin a chain of a thousand', () => {
    const names = Array.from({ length: 1_000 }, (_, at) => `old/${at}.yaml`);
    const wide = {
      'one.plan.yaml': planNaming(names),
      ...Object.fromEntries(names.map(name => [name, oldPlan('A1')])),
    };
    const chain = Object.fromEntries(names.map((_, at) => [`${at}.plan.yaml`, planNaming([`${at + 1}.plan.yaml`])]));
    for (const files of [wide, chain]) {
      const used = join(folderWith({}), 'used');
      const { out, told } = runNode(folderWith(files), [...measured, program, 'lint', '--format', 'json'], {
        env: { RESOURCE_USAGE: used },
      });
      assert.equal(told, '');
      assert.ok(JSON.parse(out).files.length >= 1_000);
      assertKept(15_000, usageIn(used).processor, 'the command line');
    }
  });

  it('would be noticed when it was given something: the guard can speak', () => {
    const notes = join(folderWith({}), 'notes');
    const outside = join(folderWith({ 'a.plan.yaml': oldPlan('A1') }), 'a.plan.yaml');
    const folder = folderWith({});
    const script = `fs = require('fs'); fs.readFileSync(${JSON.stringify(outside)}); try { require('net').connect(1) } catch {}`;
    const file = join(folder, 'x.cjs');
    writeFileSync(file, script);
    runNode(folder, [...guarded, file], { env: { GUARD_NOTES: notes } });
    const told = [...new Set(trespasses(readFileSync(notes, 'utf8'), folder))];
    assert.deepEqual(told, [`opened ${outside}`, 'forbidden node:net connect']);
  });
});

describe('a folder of plans', () => {
  it('may hold a pipe, a device and a circle of links that look like plans', async () => {
    const folder = folderOfPlans({ 'a.plan.yaml': oldPlan('A1') });
    spawnSync('mkfifo', [join(folder.path, 'pipe.plan.yaml')]);
    symlinkSync('/dev/zero', join(folder.path, 'device.plan.yaml'));
    symlinkSync('.', join(folder.path, 'round'));
    assert.ok(existsSync(join(folder.path, 'pipe.plan.yaml')));
    const { out } = oneplan(folder.path, ['lint', '--format', 'json']);
    assert.deepEqual(
      JSON.parse(out).files.map(({ path }: { path: string }) => path),
      ['a.plan.yaml'],
    );
    const client = await LspClient.start({ folders: [folder.uri] });
    assert.ok((await client.workspace()).has(folder.uriOf('a.plan.yaml')));
    assert.equal(await client.stop(), 0);
    folder.dispose();
  });
});
