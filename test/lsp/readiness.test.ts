/** The list of what is still to do, in real messages. */
import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client';
import { northYorkshire } from '../support/north-yorkshire';

describe('readiness over the wire', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  it('lists what is still to do by section with its places, in the newest version', async () => {
    client = await LspClient.start();
    const made = await client.ask('oneplan/newPlan', northYorkshire);
    assert.ok('text' in made);
    const uri = 'untitled:north-yorkshire.plan.yaml';
    await client.open(uri, made.text);
    const before = await client.ask('oneplan/readiness', { textDocument: { uri } });
    assert.ok(before);
    const keys = before.sections.map(({ key }) => key);
    assert.deepEqual(keys, ['plan', 'partners', 'governance', 'services', 'budget', 'milestones']);
    await client.until('the status', () => client.statuses.length > 0);
    assert.equal(before.sections.flatMap(({ toDo }) => toDo).length, client.statuses.at(-1)?.toAgree);
    const services = before.sections.find(({ key }) => key === 'services');
    assert.deepEqual([services?.title, services?.toDo.length], ['Services', 6]);
    const lines = made.text.split('\n');
    for (const { range } of services?.toDo ?? []) assert.match(lines[range.start.line] ?? '', /in_scope: tbc/);
    await client.change(uri, { text: made.text.replaceAll('in_scope: tbc', 'in_scope: false, reason: Later') });
    const after = await client.ask('oneplan/readiness', { textDocument: { uri } });
    assert.ok(after && !after.sections.some(({ key }) => key === 'services'));
  });

  it('lists nothing for what is no plan of a place', async () => {
    client = await LspClient.start();
    await client.open('untitled:old.plan.yaml', 'bcf_plan: 1\ntitle: Old\n');
    for (const uri of ['untitled:old.plan.yaml', 'untitled:none.plan.yaml'])
      assert.equal(await client.ask('oneplan/readiness', { textDocument: { uri } }), null);
  });
});
