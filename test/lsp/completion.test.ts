/** Completion in real messages: values, whole items and old plans, with places to type and without. */
import assert from 'node:assert/strict';
import {
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { openPlan, plan, snippets, uri } from './written-plan';

describe('completion over the wire', () => {
  let client: LspClient;
  afterEach(() => client.stop());
  const completions = async (line: number, character: number, sign?: string): Promise<readonly CompletionItem[]> => {
    const context: CompletionContext | undefined = sign
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: sign }
      : undefined;
    const sent = { textDocument: { uri }, position: { line, character }, ...(context ? { context } : {}) };
    return ((await client.connection.sendRequest(CompletionRequest.type, sent)) as CompletionList).items;
  };

  it('leaves Enter to whoever types a key, and begins what stands behind it for whoever asks', async () => {
    client = await openPlan('one_plan: 1\npeople:\nfunds: \n');
    const labels = async (...asked: Parameters<typeof completions>) =>
      (await completions(...asked)).map(({ label }) => label);
    assert.deepEqual(await labels(1, 7, ':'), []);
    assert.deepEqual(await labels(2, 7, ' '), []);
    assert.ok((await labels(1, 7)).includes('New person'));
    await client.change(uri, { text: 'one_plan: 1\nstatus:\n' });
    assert.ok((await labels(1, 7, ':')).includes('draft'));
  });

  it('shows the words of every item beside its id to an editor that has room for them', async () => {
    const text = plan.replace('novelty: existing\n', 'novelty: existing\n    lead: \n');
    const details = { textDocument: { completion: { completionItem: { labelDetailsSupport: true } } } };
    client = await openPlan(text, details);
    const lead = (await completions(13, 10)).find(({ label }) => label === 'a-example');
    assert.deepEqual(lead?.labelDetails, { description: 'A. Example' });
  });

  it('completes a value by the words of the item that it names', async () => {
    client = await openPlan(plan.replace('novelty: existing\n', 'novelty: existing\n    lead: \n'));
    const lead = (await completions(13, 10)).find(({ label }) => label === 'a-example');
    assert.equal(lead?.detail, 'A. Example');
    assert.equal(lead?.filterText, 'a-example A. Example');
    assert.deepEqual(lead?.textEdit, {
      range: { start: { line: 13, character: 10 }, end: { line: 13, character: 10 } },
      newText: 'a-example',
    });
  });

  it('completes whole items with places to type, or without them for an editor that has none', async () => {
    const text = `${plan}  - \n`;
    client = await openPlan(text);
    const withStops = (await completions(17, 4)).find(({ label }) => label === 'New scheme');
    assert.equal(withStops?.insertTextFormat, 2);
    assert.equal(withStops?.insertTextMode, 1);
    assert.match(newText(withStops), /^id: \$1\n {4}name: \$2\n {4}lead: \$\{3:a-example\}\n/);
    await client.stop();
    client = await openPlan(text, {});
    const without = (await completions(17, 4)).find(({ label }) => label === 'New scheme');
    assert.equal(without?.insertTextFormat, 1);
    assert.match(newText(without), /^id: \n {4}name: \n {4}lead: a-example\n/);
  });

  it('completes partners that the tables know, with their codes', async () => {
    client = await openPlan(`${plan}partners:\n  - \n`);
    const labels = (await completions(18, 4)).map(({ label }) => label);
    assert.ok(labels.includes('North Yorkshire County Council'));
    assert.ok(
      labels.some(label => /NHS .* CCG/.test(label)),
      labels.join('; '),
    );
  });

  it('asks the editor that can to show what may follow, only where there is something to choose', async () => {
    const text = `${plan}  - \n`;
    client = await LspClient.start({ capabilities: snippets, initializationOptions: { suggestsAgain: true } });
    await client.open(uri, text);
    const keys = new Map((await completions(17, 4)).map(({ label, command }) => [label, command?.command]));
    assert.equal(keys.get('lead'), 'editor.action.triggerSuggest');
    assert.equal(keys.get('name'), undefined);
    await client.stop();
    client = await openPlan(text);
    assert.ok((await completions(17, 4)).every(({ command }) => command === undefined));
  });

  it('offers the old plans that are there, with their schemes', async () => {
    const text = `${plan}incorporates:\n  - \n`;
    const old =
      'bcf_plan: 1\ntitle: Old plan of Poole\nschemes:\n  - {id: P.1, name: Beds, amount: £1m}\n  - {id: "2", name: Care, amount: £2m}\n';
    const folder = folderOfPlans({ 'now/one.plan.yaml': text, 'now/old plans/poole.plan.yaml': old });
    const at = folder.uriOf('now/one.plan.yaml');
    const ask = async (line: number, character: number) => {
      const sent = { textDocument: { uri: at }, position: { line, character } };
      return ((await client.connection.sendRequest(CompletionRequest.type, sent)) as CompletionList).items;
    };
    client = await LspClient.start({ folders: [folder.uri], capabilities: snippets });
    await client.open(at, text);
    await client.workspace();
    const whole = (await ask(18, 4)).find(({ label }) => label === 'Old plan of Poole');
    assert.equal(newText(whole), 'plan: old plans/poole.plan.yaml\n    schemes: {P.1: $1, "2": $2}');
    await client.change(at, { text: `${plan}incorporates:\n  - plan: \n` });
    assert.deepEqual(
      (await ask(18, 10)).map(({ label }) => label),
      ['old plans/poole.plan.yaml'],
    );
    await client.change(at, {
      text: `${plan}incorporates:\n  - plan: old plans/poole.plan.yaml\n    schemes:\n      P.1: falls\n      \n`,
    });
    assert.deepEqual(
      (await ask(21, 6)).map(({ label, detail }) => [label, detail]),
      [['2', 'Care · £2,000,000']],
    );
    folder.dispose();
  });
});

function newText(item: CompletionItem | undefined): string {
  return (item?.textEdit as TextEdit | undefined)?.newText ?? '';
}
