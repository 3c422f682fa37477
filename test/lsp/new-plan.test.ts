/** A new plan and the list of what is still to do, in real messages. */
import assert from 'node:assert/strict';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';

describe('starting over the wire', () => {
  let client: LspClient;
  let folder: FolderOfPlans | undefined;
  afterEach(async () => {
    await client.stop();
    folder?.dispose();
  });

  const northYorkshire = {
    place: 'north yorkshire',
    period: { from: '2023-04-01', to: '2026-03-31' },
    framework: 'beyond-barker-2015',
    option: 'single-commissioner',
  };

  it('offers places, frameworks and their usual years, and makes a plan of what was chosen', async () => {
    client = await LspClient.start();
    const { places, frameworks } = await client.ask('oneplan/newPlanChoices', {});
    assert.ok(places.some(({ name }) => name === 'North Yorkshire'));
    assert.deepEqual([frameworks[0]?.id, frameworks[0]?.period.from], ['beyond-barker-2015', '2017-04-01']);
    assert.equal(frameworks[0]?.options.length, 3);
    const made = await client.ask('oneplan/newPlan', northYorkshire);
    assert.ok('text' in made);
    assert.equal(made.fileName, 'north-yorkshire.plan.yaml');
    assert.match(made.text, /code: E06000065, name: North Yorkshire}/);
  });

  it('says why there is no plan', async () => {
    client = await LspClient.start();
    const why = async (asked: object) => {
      const made = await client.ask('oneplan/newPlan', { ...northYorkshire, ...asked });
      return 'why' in made ? made.why : '';
    };
    assert.match(await why({ place: 'yorkshire' }), /may be more than one place/);
    assert.match(await why({ framework: 'x' }), /There is no framework "x"/);
    assert.match(await why({ period: { from: '2023-04-01', to: '2023-02-30' } }), /a first and a later last day/);
    assert.match(await why({ period: { from: '2023-04-01', to: '2022-03-31' } }), /a first and a later last day/);
  });

  it('offers the frameworks of the folder', async () => {
    folder = folderOfPlans({
      'oneplan.config.yaml': 'frameworks: [ours.yaml]\n',
      'ours.yaml':
        'id: our-region\ntitle: Our region\nshort_title: Our region\nsource: {title: Ours}\nlast_date: 2027-03-31\n',
    });
    client = await LspClient.start({ folders: [folder.uri] });
    const { frameworks } = await client.ask('oneplan/newPlanChoices', {
      folder: folder.uri,
    });
    assert.equal(frameworks[0]?.id, 'our-region');
    const made = await client.ask('oneplan/newPlan', {
      ...northYorkshire,
      framework: 'our-region',
      folder: folder.uri,
    });
    assert.ok('text' in made);
    assert.match(made.text, /^framework: our-region$/m);
  });

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
