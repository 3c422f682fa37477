/** Settings: the configuration file, open or on the disk, and those of the editor, each folder its own. */
import assert from 'node:assert/strict';
import { type CompletionList, CompletionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { smallPlan } from '../support/small-plans';

const late = smallPlan({ deadline: '2021-04-01' });

describe('the configuration', () => {
  let client: LspClient;
  let folder: FolderOfPlans;
  beforeEach(() => {
    folder = folderOfPlans({ 'plans/one.plan.yaml': late });
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  const open = async () => {
    client = await LspClient.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('plans/one.plan.yaml'), late);
  };
  const severity = async () => {
    const found = await client.diagnostics(folder.uriOf('plans/one.plan.yaml'));
    return found.find(({ code }) => code === 'deadline-past-limit')?.severity;
  };

  it('is the nearest file above the plan, and followed when it changes on the disk', async () => {
    folder.write('oneplan.config.yaml', 'rules: {deadline-past-limit: info}\n');
    await open();
    assert.equal(await severity(), 3);
    folder.write('plans/oneplan.config.yaml', 'rules: {deadline-past-limit: error}\n');
    await client.filesChanged({ uri: folder.uriOf('plans/oneplan.config.yaml'), type: 1 });
    await client.until('a refresh', () => client.refreshes === 1);
    assert.equal(await severity(), 1);
    folder.remove('plans/oneplan.config.yaml');
    await client.filesChanged({ uri: folder.uriOf('plans/oneplan.config.yaml'), type: 3 });
    await client.until('a refresh', () => client.refreshes === 2);
    assert.equal(await severity(), 3);
  });

  it('is completed and told of while it is written, as a plan is', async () => {
    const file = folder.uriOf('oneplan.config.yaml');
    const text = 'rules:\n  deadline-past-limit: \n  \nas: agreed\n';
    await open();
    await client.open(file, text, 'yaml');
    const textDocument = { uri: file };
    const ask = async (line: number, character: number) => {
      const sent = { textDocument, position: { line, character } };
      const list = (await client.connection.sendRequest(CompletionRequest.type, sent)) as CompletionList;
      return list.items.map(({ label }) => label);
    };
    assert.deepEqual(await ask(1, 23), ['off', 'info', 'warning', 'error']);
    const rules = await ask(2, 2);
    assert.ok(rules.includes('too-many-bodies') && !rules.includes('deadline-past-limit'));
    assert.deepEqual(await ask(3, 4), ['plan', 'agreed']);
    const tell = async (line: number, character: number) =>
      JSON.stringify(
        await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character } }),
      );
    assert.match(await tell(1, 5), /A deadline lies after the last date/);
    assert.match(await tell(3, 5), /As if every plan were agreed/);
    assert.match(await tell(0, 1), /instead of its usual severity/);
  });

  it('counts as it is written in the editor, and is checked there', async () => {
    const file = folder.uriOf('oneplan.config.yaml');
    folder.write('oneplan.config.yaml', 'rules: {deadline-past-limit: info}\n');
    await open();
    assert.equal(await severity(), 3);
    await client.open(file, 'rules: {deadline-past-limit: off, deadline-past: off}\n', 'yaml');
    await client.until('a refresh', () => client.refreshes > 0);
    assert.equal(await severity(), undefined);
    const found = await client.diagnostics(file);
    assert.deepEqual(
      found.map(({ code, range }) => [code, range.start]),
      [['bad-configuration', { line: 0, character: 34 }]],
    );
    await client.close(file);
    await client.until('a refresh', () => client.refreshes > 1);
    assert.equal(await severity(), 3);
  });

  it('brings in frameworks of the team, and is told when they change', async () => {
    const framework = (date: string) => `id: our-region
title: Our region's framework
short_title: Our region (2018)
source: {title: Our region, date: 2018-01-01}
last_date: ${date}
`;
    folder.write('oneplan.config.yaml', 'frameworks: [ours/region.yaml]\n');
    folder.write('ours/region.yaml', framework('2022-12-31'));
    const text = late.replace('status: draft\n', 'status: draft\nframework: our-region\n');
    client = await LspClient.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('plans/one.plan.yaml'), text);
    assert.equal(await severity(), undefined, 'The plan is within the last date of the framework.');
    folder.write('ours/region.yaml', framework('2019-12-31'));
    await client.filesChanged({ uri: folder.uriOf('ours/region.yaml'), type: 2 });
    await client.until('a refresh', () => client.refreshes === 1);
    assert.equal(await severity(), 2);
    folder.write('ours/region.yaml', framework('tomorrow'));
    await client.filesChanged({ uri: folder.uriOf('ours/region.yaml'), type: 2 });
    const found = await client.workspace();
    assert.ok((found.get(folder.uriOf('ours/region.yaml'))?.length ?? 0) > 0);
    assert.ok((found.get(folder.uriOf('oneplan.config.yaml'))?.length ?? 0) > 0);
  });

  it('helps with the frameworks of the team as they are typed, and finds their faults', async () => {
    const framework = `id: our-region
title: Our region's framework
short_title: Our region (2018)
source: {title: Our region}
last_date: 2022-12-31
services: {status: own-list, values: [acu]}
milestones:
  values:
    - {type: rev}
conditions:
  values:
    - {id: in-time, title: In time, text: Nothing is late., rules: [deadline-past-limit, mile]}
severities:
  dead: {writing: error, agreed: error}
so
`;
    const region = folder.uriOf('ours/region.yaml');
    const settings = folder.uriOf('oneplan.config.yaml');
    const configuration = 'frameworks: [ours/region.yaml]\nrules:\n  too-many: off\n';
    folder.write('oneplan.config.yaml', configuration);
    folder.write('ours/region.yaml', framework);
    await open();
    await client.open(region, framework, 'yaml');
    await client.open(settings, configuration, 'yaml');
    await client.diagnostics(region);
    const at = (text: string, word: string) => {
      const before = text.slice(0, text.indexOf(word) + word.length).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
    const offered = async (uri: string, text: string, word: string) => {
      const list = await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: at(text, word),
      });
      return (list as CompletionList).items.map(({ label }) => label);
    };
    assert.deepEqual(await offered(region, framework, '[acu'), [
      'adult-social-care',
      'community-health',
      'primary-care',
      'mental-health',
      'public-health',
      'acute',
    ]);
    assert.ok((await offered(region, framework, 'type: rev')).includes('review'));
    assert.ok((await offered(region, framework, ', mile')).includes('milestone-order'));
    assert.ok((await offered(region, framework, '\n  dead')).includes('deadline-past-limit'));
    const keys = await offered(region, framework, '\nso');
    assert.ok(keys.includes('sign_off') && !keys.includes('title') && !keys.includes('one_plan'), keys.join());
    assert.ok((await offered(settings, configuration, 'too-many')).includes('too-many-bodies'));
    assert.ok((await offered(settings, configuration, 'off')).includes('warning'));

    const hovered = async (uri: string, text: string, word: string) => {
      const position = at(text, word);
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { ...position, character: position.character - 1 },
      });
      return JSON.stringify(hover?.contents);
    };
    assert.match(await hovered(region, framework, 'last_date'), /last day that a deadline may fall on/i);
    assert.match(
      await hovered(region, framework, '[deadline-past-limit'),
      /lies after the last date in the national framework/,
    );
    assert.match(await hovered(settings, configuration, 'frameworks'), /own national or regional frameworks/);

    const slips = (await client.diagnostics(region)).map(({ message }) => message).join('\n');
    assert.match(slips, /"acu"/);
    assert.match(slips, /There is no rule "mile"/);
    assert.match(slips, /There is no rule "dead"/);
    const whole = framework
      .replace('[acu]', '[acute]')
      .replace('rev}', 'review}')
      .replace(', mile]', ']')
      .replace('dead:', 'deadline-past-limit:')
      .replace('so\n', '');
    await client.change(region, { text: whole });
    assert.deepEqual(await client.diagnostics(region), []);
    await client.change(region, { text: whole.replace('2022-12-31', '2019-12-31') });
    const text = late.replace('status: draft\n', 'status: draft\nframework: our-region\n');
    await client.change(folder.uriOf('plans/one.plan.yaml'), { text });
    const found = await client.diagnostics(folder.uriOf('plans/one.plan.yaml'));
    assert.equal(
      found.find(({ code }) => code === 'deadline-past-limit')?.severity,
      1,
      'as it is typed, not as it is saved',
    );
  });

  it('passes over what it says, and hides what the baseline knows', async () => {
    folder.write('old/two.plan.yaml', late);
    folder.write('oneplan.config.yaml', 'ignore: [old/]\nbaseline: known.json\n');
    await open();
    const [first] = (await client.diagnostics(folder.uriOf('plans/one.plan.yaml'))).filter(
      ({ code }) => code === 'deadline-past-limit',
    );
    assert.ok(first);
    const { fingerprint } = first.data as { fingerprint: string };
    folder.write('known.json', JSON.stringify({ version: 1, findings: { 'plans/one.plan.yaml': [fingerprint] } }));
    await client.filesChanged({ uri: folder.uriOf('oneplan.config.yaml'), type: 2 });
    await client.until('a refresh', () => client.refreshes > 0);
    assert.equal(await severity(), undefined);
    await client.open(folder.uriOf('old/two.plan.yaml'), late);
    assert.deepEqual(await client.diagnostics(folder.uriOf('old/two.plan.yaml')), []);
    assert.ok(!(await client.workspace()).get(folder.uriOf('old/two.plan.yaml'))?.length);
  });
});

describe('the settings of the editor', () => {
  let client: LspClient;
  let folders: readonly [FolderOfPlans, FolderOfPlans];
  beforeEach(() => {
    folders = [folderOfPlans(), folderOfPlans()];
  });
  afterEach(async () => {
    await client.stop();
    for (const folder of folders) folder.dispose();
  });

  it('hold for their folder and are followed when they change', async () => {
    const [draft, agreed] = folders;
    let as = 'agreed';
    client = await LspClient.start({
      folders: folders.map(({ uri }) => uri),
      settings: scope => (scope === agreed.uri ? { as } : { as: 'plan', today: '' }),
    });
    const severities = async () => {
      const found = await Promise.all([draft, agreed].map(folder => client.diagnostics(folder.uriOf('one.plan.yaml'))));
      return found.map(all => all.find(({ code }) => code === 'deadline-past-limit')?.severity);
    };
    for (const folder of folders) await client.open(folder.uriOf('one.plan.yaml'), late);
    assert.deepEqual(await severities(), [2, 1]);
    as = 'plan';
    await client.settingsChanged();
    await client.until('a refresh', () => client.refreshes > 0);
    assert.deepEqual(await severities(), [2, 2]);
  });

  it('may be sent by an editor that cannot be asked', async () => {
    const uri = folders[0].uriOf('one.plan.yaml');
    client = await LspClient.start({ diagnostics: 'push', initializationOptions: { onePlan: { as: 'agreed' } } });
    await client.open(uri, late);
    const severity = () =>
      client.lastPublished(uri)?.diagnostics.find(({ code }) => code === 'deadline-past-limit')?.severity;
    await client.until('an error', () => severity() === 1);
    await client.settingsChanged({ onePlan: { as: 'plan' } });
    await client.until('a warning', () => severity() === 2);
  });

  it('that make no sense are passed over', async () => {
    const uri = folders[0].uriOf('one.plan.yaml');
    client = await LspClient.start({ settings: () => ({ as: { agreed: true }, today: ['2018'], more: null }) });
    await client.open(uri, late);
    assert.equal((await client.diagnostics(uri)).find(({ code }) => code === 'deadline-past-limit')?.severity, 2);
    assert.deepEqual(client.log, []);
  });
});
