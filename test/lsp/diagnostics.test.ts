/** Diagnostics as editors get them: pulled or pushed, for one document, and when another file changes. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { oldPlan, planWithOldPlan, smallPlan } from '../support/small-plans';

const uri = 'file:///plans/one.plan.yaml';
const codes = (found: readonly Diagnostic[]) => new Set(found.map(({ code }) => code));

describe('pulled diagnostics', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start({
      capabilities: {
        textDocument: { diagnostic: { relatedDocumentSupport: true, relatedInformation: true, dataSupport: true } },
      },
    });
  });
  afterEach(() => client.stop());

  it('say what is wrong, where, by which rule, and what can be done', async () => {
    const text = smallPlan({ lead: 'TBC' });
    await client.open(uri, text);
    const [found] = (await client.diagnostics(uri)).filter(
      ({ code, message }) => code === 'unassigned-accountable-lead' && String(message).includes('One budget'),
    );
    assert.ok(found);
    const line = text.split('\n').findIndex(written => written.includes('TBC'));
    const character = text.split('\n')[line]?.indexOf('TBC') ?? -1;
    assert.deepEqual(found.range, { start: { line, character }, end: { line, character: character + 3 } });
    assert.equal(found.severity, 2);
    assert.equal(found.source, 'oneplan');
    assert.ok((found.data as { fingerprint: string }).fingerprint.includes('one-budget'));
  });

  it('are told as unchanged when they are', async () => {
    await client.open(uri, smallPlan());
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    await client.change(uri, {
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 11 } },
      text: '  ',
    });
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual([second.kind, second.resultId], ['unchanged', first.resultId]);
    await client.change(uri, { text: smallPlan({ deadline: '2021-04-01' }) });
    const third = await client.pull(uri, second.resultId);
    assert.ok(third.kind === 'full' && codes(third.items).has('deadline-past-limit'));
  });

  it('follow every change of the text, in order', async () => {
    await client.open(uri, smallPlan({ deadline: '2021-04-01' }));
    assert.ok(codes(await client.diagnostics(uri)).has('deadline-past-limit'));
    for (const year of ['2019', '2022', '2018'])
      await client.change(uri, { text: smallPlan({ deadline: `${year}-04-01` }) });
    assert.ok(!codes(await client.diagnostics(uri)).has('deadline-past-limit'));
  });

  it('mark an unused waiver as unnecessary and say where else to look', async () => {
    await client.open(
      uri,
      `# oneplan-waive deadline-past-limit: agreed with NHS England\n${smallPlan({ more: '  - {id: one-budget, title: Twice, type: go-live, lead: a-example, deadline: 2018-01-01}\n' })}`,
    );
    const found = await client.diagnostics(uri);
    assert.deepEqual(found.find(({ code }) => code === 'unused-waiver')?.tags, [1]);
    const [twice] = found.filter(({ code }) => code === 'duplicate-id');
    assert.equal(twice?.relatedInformation?.[0]?.location.uri, uri);
  });

  it('tell of other open plans that changed with the one asked about', async () => {
    const other = 'file:///plans/other.plan.yaml';
    await client.open(uri, smallPlan());
    await client.open(other, smallPlan({ place: 'E08000003', name: 'Manchester' }));
    assert.ok(!codes(await client.diagnostics(other)).has('two-plans-one-place'));
    await client.diagnostics(uri);
    await client.change(other, { text: smallPlan() });
    const report = await client.pull(other);
    const related = report.relatedDocuments?.[uri];
    assert.ok(related?.kind === 'full' && codes(related.items).has('two-plans-one-place'));
  });

  it('leave other YAML alone', async () => {
    await client.open('file:///plans/compose.yaml', 'services:\n  web: {image: nginx}\n', 'yaml');
    assert.deepEqual(await client.diagnostics('file:///plans/compose.yaml'), []);
    await client.open('file:///plans/old.yaml', 'bcf_plan: 1\n', 'yaml');
    assert.ok((await client.diagnostics('file:///plans/old.yaml')).length > 0);
  });

  it('know one document by every spelling of its address', async () => {
    await client.open('file:///c%3A/Plans/One%20plan.plan.yaml', smallPlan({ deadline: '2021-04-01' }));
    const found = await client.diagnostics('file:///C:/Plans/One plan.plan.yaml');
    assert.ok(codes(found).has('deadline-past-limit'));
  });

  it('are at the same places whatever the line ends', async () => {
    const text = smallPlan({ deadline: '2021-04-01' });
    // A carriage return alone is told of, and is a line end all the same.
    const places = async () => {
      const found = await client.diagnostics(uri);
      return found.filter(({ code }) => code !== 'read-differently').map(({ code, range }) => ({ code, range }));
    };
    await client.open(uri, text);
    const expected = await places();
    for (const lineEnd of ['\r\n', '\r']) {
      await client.change(uri, { text: text.replaceAll('\n', lineEnd) });
      assert.deepEqual(await places(), expected, JSON.stringify(lineEnd));
    }
  });
});

describe('pushed diagnostics', () => {
  let client: LspClient;
  let folder: FolderOfPlans;
  beforeEach(async () => {
    folder = folderOfPlans({ 'plans/unopened.plan.yaml': smallPlan({ deadline: '2021-04-01' }) });
    client = await LspClient.start({ diagnostics: 'push', folders: [folder.uri] });
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  it('carry the version that was checked, the newest one', async () => {
    const open = folder.uriOf('one.plan.yaml');
    await client.open(open, smallPlan());
    for (let number = 0; number < 20; number++)
      await client.change(open, { text: smallPlan({ deadline: `20${20 + number}-01-01` }) });
    await client.until('the newest version', () => client.lastPublished(open)?.version === 21);
    const found = client.lastPublished(open)?.diagnostics ?? [];
    assert.ok(found.some(({ message }) => String(message).includes('2039-01-01')));
  });

  it('come for plans that nobody has opened, and go with them', async () => {
    const unopened = folder.uriOf('plans/unopened.plan.yaml');
    await client.until('the unopened plan', () =>
      codes(client.lastPublished(unopened)?.diagnostics ?? []).has('deadline-past-limit'),
    );
    folder.remove('plans/unopened.plan.yaml');
    await client.filesChanged({ uri: unopened, type: 3 });
    await client.until('its end', () => client.lastPublished(unopened)?.diagnostics.length === 0);
  });

  it('go when a document outside every folder is closed', async () => {
    await client.open(uri, smallPlan({ deadline: '2021-04-01' }));
    await client.until('findings', () => (client.lastPublished(uri)?.diagnostics.length ?? 0) > 0);
    await client.close(uri);
    await client.until('no findings', () => client.lastPublished(uri)?.diagnostics.length === 0);
  });
});

describe('findings across files', () => {
  let client: LspClient;
  let folder: FolderOfPlans;
  beforeEach(async () => {
    folder = folderOfPlans({
      'one.plan.yaml': planWithOldPlan('old/bcf.plan.yaml'),
      'old/bcf.plan.yaml': oldPlan('A1'),
    });
    client = await LspClient.start({ folders: [folder.uri] });
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  it('follow the other file while it is written, and its file again when it is closed', async () => {
    const [one, old] = [folder.uriOf('one.plan.yaml'), folder.uriOf('old/bcf.plan.yaml')];
    await client.open(one, planWithOldPlan('old/bcf.plan.yaml'));
    assert.ok(!codes(await client.diagnostics(one)).has('bcf-scheme-orphaned'));
    await client.open(old, oldPlan('A1', 'B2'));
    await client.until('the client to be asked to pull again', () => client.refreshes > 0);
    assert.ok(codes(await client.diagnostics(one)).has('bcf-scheme-orphaned'));
    const before = client.refreshes;
    await client.close(old);
    await client.until('the client to be asked again', () => client.refreshes > before);
    assert.ok(!codes(await client.diagnostics(one)).has('bcf-scheme-orphaned'));
  });

  it('follow the other file on the disk: changed, gone and back', async () => {
    const [one, old] = [folder.uriOf('one.plan.yaml'), folder.uriOf('old/bcf.plan.yaml')];
    await client.open(one, planWithOldPlan('old/bcf.plan.yaml'));
    await client.diagnostics(one);
    folder.write('old/bcf.plan.yaml', oldPlan('B2'));
    await client.filesChanged({ uri: old, type: 2 });
    await client.until('a refresh', () => client.refreshes === 1);
    assert.ok(codes(await client.diagnostics(one)).has('bcf-scheme-unknown'));
    folder.remove('old');
    await client.filesChanged({ uri: old, type: 3 });
    await client.until('a refresh', () => client.refreshes === 2);
    assert.ok(codes(await client.diagnostics(one)).has('bcf-plan-unreadable'));
    folder.write('old/bcf.plan.yaml', oldPlan('A1'));
    await client.filesChanged({ uri: old, type: 1 });
    await client.until('a refresh', () => client.refreshes === 3);
    assert.ok(!codes(await client.diagnostics(one)).has('bcf-plan-unreadable'));
  });

  it('point into the other file', async () => {
    const second = folder.uriOf('second.plan.yaml');
    await client.open(second, smallPlan());
    await client.until('the folder to be read', () => client.statuses.length > 0);
    await client.workspace();
    const [found] = (await client.diagnostics(second)).filter(({ code }) => code === 'two-plans-one-place');
    assert.equal(found?.relatedInformation?.[0]?.location.uri, folder.uriOf('one.plan.yaml'));
  });

  it('are asked for again when the other file has been found, also where the workspace was pulled', async () => {
    const second = folder.uriOf('second.plan.yaml');
    await client.open(second, smallPlan({ place: 'E08000003', name: 'Manchester' }));
    await client.workspace();
    assert.ok(!codes(await client.diagnostics(second)).has('two-plans-one-place'));
    folder.write('third.plan.yaml', smallPlan({ place: 'E08000003', name: 'Manchester' }));
    const before = client.refreshes;
    await client.filesChanged({ uri: folder.uriOf('third.plan.yaml'), type: 1 });
    await client.workspace();
    await client.until('a refresh', () => client.refreshes > before);
    assert.ok(codes(await client.diagnostics(second)).has('two-plans-one-place'));
  });

  it('open nothing that lies outside the folders', async () => {
    const outside = folderOfPlans({ 'bcf.plan.yaml': oldPlan('A1') });
    const one = folder.uriOf('one.plan.yaml');
    const name = outside.path.split('/').at(-1);
    folder.link('link.plan.yaml', `${outside.path}/bcf.plan.yaml`);
    for (const path of [
      `../${name}/bcf.plan.yaml`,
      `${outside.path}/bcf.plan.yaml`,
      'link.plan.yaml',
      '/dev/zero',
      '.',
    ]) {
      await client.open(one, planWithOldPlan(path));
      assert.ok(codes(await client.diagnostics(one)).has('bcf-plan-unreadable'), path);
    }
    outside.dispose();
  });
});
