/** Diagnostics of a whole workspace: every plan of every folder, opened or not, each by its own configuration. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { smallPlan } from '../support/small-plans';

const codes = (found: readonly Diagnostic[]) => new Set(found.map(({ code }) => code));

describe('diagnostics of the workspace', () => {
  let client: LspClient;
  let folders: readonly FolderOfPlans[];
  beforeEach(async () => {
    folders = [
      folderOfPlans({
        'a.plan.yaml': smallPlan({ deadline: '2021-04-01' }),
        'deep/er/b.plan.yml': smallPlan({ place: 'E08000003', name: 'Manchester' }),
        'not-a-plan.yaml': 'a: 1\n',
        'node_modules/c.plan.yaml': smallPlan(),
        'old/ignored.plan.yaml': smallPlan(),
        'oneplan.config.yaml': 'ignore: [old/]\nrules: {deadline-past-limit: error, no-such-rule: off}\n',
        'latin-1.plan.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xa3, 0x0a]),
      }),
      folderOfPlans({ 'c.plan.yaml': smallPlan({ place: 'E06000015', name: 'Derby', deadline: '2021-04-01' }) }),
    ];
    client = await LspClient.start({ folders: folders.map(({ uri: folder }) => folder) });
  });
  afterEach(async () => {
    await client.stop();
    for (const folder of folders) folder.dispose();
  });

  const severityOf = (found: readonly Diagnostic[] | undefined, rule: string) =>
    found?.find(({ code }) => code === rule)?.severity;

  it('cover every plan of every folder, each by its own configuration', async () => {
    const [first, second] = folders;
    assert.ok(first && second);
    const found = await client.workspace();
    const expected = ['a.plan.yaml', 'deep/er/b.plan.yml', 'latin-1.plan.yaml', 'oneplan.config.yaml'].map(first.uriOf);
    assert.deepEqual([...found.keys()].sort(), [...expected, second.uriOf('c.plan.yaml')].sort());
    assert.equal(severityOf(found.get(first.uriOf('a.plan.yaml')), 'deadline-past-limit'), 1);
    assert.equal(severityOf(found.get(second.uriOf('c.plan.yaml')), 'deadline-past-limit'), 2);
    assert.deepEqual(codes(found.get(first.uriOf('oneplan.config.yaml')) ?? []), new Set(['bad-configuration']));
    const [latin] = found.get(first.uriOf('latin-1.plan.yaml')) ?? [];
    assert.deepEqual([latin?.code, latin?.range.start], ['not-text', { line: 0, character: 3 }]);
  });

  it('are told as unchanged where they are, and as empty where a plan is gone', async () => {
    const [first, second] = folders;
    assert.ok(first && second);
    const { items } = await client.pullWorkspace();
    const known = items.map(({ uri: of, resultId }) => ({ uri: of, value: resultId ?? '' }));
    const again = await client.pullWorkspace(known);
    assert.deepEqual(new Set(again.items.map(({ kind }) => kind)), new Set(['unchanged']));
    second.remove('c.plan.yaml');
    await client.filesChanged({ uri: second.uriOf('c.plan.yaml'), type: 3 });
    const after = await client.pullWorkspace(known);
    const gone = after.items.find(({ uri: of }) => of === second.uriOf('c.plan.yaml'));
    assert.ok(gone?.kind === 'full' && gone.items.length === 0);
  });

  it('follow folders that come and go', async () => {
    const [, second] = folders;
    const third = folderOfPlans({ 'd.plan.yaml': smallPlan() });
    assert.ok(second);
    await client.changeFolders([third.uri], [second.uri]);
    const found = await client.workspace();
    assert.ok(found.has(third.uriOf('d.plan.yaml')));
    assert.ok(!found.has(second.uriOf('c.plan.yaml')));
    third.dispose();
  });
});
