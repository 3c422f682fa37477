/** Completion, formatting, actions with places to type, and quiet while typing, in real messages. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  type Diagnostic,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { applyChanges } from '../../server/src/lsp/apply-changes';
import { folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';

const uri = 'file:///plans/one.plan.yaml';
const options = { tabSize: 2, insertSpaces: true };
const plan = `one_plan: 1
title: A plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}

people:
  - {id: a-example, name: A. Example, post: Director, employer: county}

schemes:
  - id: falls
    name: Falls response
    novelty: existing
  - id: beds
    name: Beds
    lead: a-example
    novelty: existing
`;
const snippets = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

describe('writing', () => {
  let client: LspClient;
  afterEach(() => client.stop());
  const start = async (text: string, capabilities: object = snippets, settings?: () => unknown): Promise<void> => {
    client = await LspClient.start({ capabilities, ...(settings ? { settings } : {}) });
    await client.open(uri, text);
  };

  const completions = async (line: number, character: number, sign?: string): Promise<readonly CompletionItem[]> => {
    const context: CompletionContext | undefined = sign
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: sign }
      : undefined;
    const sent = { textDocument: { uri }, position: { line, character }, ...(context ? { context } : {}) };
    return ((await client.connection.sendRequest(CompletionRequest.type, sent)) as CompletionList).items;
  };

  it('leaves Enter to whoever types a key, and begins what stands behind it for whoever asks', async () => {
    await start('one_plan: 1\npeople:\nfunds: \n');
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
    await start(text, details);
    const lead = (await completions(13, 10)).find(({ label }) => label === 'a-example');
    assert.deepEqual(lead?.labelDetails, { description: 'A. Example' });
  });

  it('completes a value by the words of the item that it names', async () => {
    await start(plan.replace('novelty: existing\n', 'novelty: existing\n    lead: \n'));
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
    await start(text);
    const withStops = (await completions(17, 4)).find(({ label }) => label === 'New scheme');
    assert.equal(withStops?.insertTextFormat, 2);
    assert.equal(withStops?.insertTextMode, 1);
    assert.match(newText(withStops), /^id: \$1\n {4}name: \$2\n {4}lead: \$\{3:a-example\}\n/);
    await client.stop();
    await start(text, {});
    const without = (await completions(17, 4)).find(({ label }) => label === 'New scheme');
    assert.equal(without?.insertTextFormat, 1);
    assert.match(newText(without), /^id: \n {4}name: \n {4}lead: a-example\n/);
  });

  it('completes partners that the tables know, with their codes', async () => {
    await start(`${plan}partners:\n  - \n`);
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
    await start(text);
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

  it('formats a document, a range and a line that has just been begun', async () => {
    await start('title:   A plan\none_plan: 1\npeople:\n    - {id: a}\n    -\n');
    const whole = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    const text = 'title:   A plan\none_plan: 1\npeople:\n    - {id: a}\n    -\n';
    assert.equal(withEdits(text, whole ?? []), 'one_plan: 1\ntitle: A plan\n\npeople:\n  - {id: a}\n  -\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    const part = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      range,
      options,
    });
    assert.equal(withEdits(text, part ?? []), text.replace('title:   A', 'title: A'));
    await client.change(uri, {
      range: { start: { line: 3, character: 13 }, end: { line: 4, character: 5 } },
      text: '\n      -',
    });
    const sent = { textDocument: { uri }, position: { line: 4, character: 7 }, ch: '-', options };
    const typed = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, sent);
    assert.deepEqual(typed, [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } }, newText: '    ' },
    ]);
  });

  const actionsAt = async (line: number, character: number): Promise<readonly CodeAction[]> => {
    const position = { line, character };
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
    const sent = { textDocument: { uri }, range: { start: position, end: position }, context };
    return ((await client.connection.sendRequest(CodeActionRequest.type, sent)) ?? []) as CodeAction[];
  };
  const editOf = (action: CodeAction | undefined) =>
    (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits[0];

  it('adds a budget line with places to type, on lines of their own', async () => {
    await start(`${plan}\nbudget:\n  lines:\n    - {id: other, title: Other}\n\n# the end\n`);
    const action = (await actionsAt(11, 12)).find(({ title }) => title === 'Add a budget line for "Falls response"');
    const edit = editOf(action) as SnippetTextEdit;
    assert.deepEqual(edit.range.start, { line: 21, character: 0 });
    assert.match(
      edit.snippet.value,
      /^ {4}- \{id: falls-response, .*amounts: \{2017-18: £\$\{\d:0\}, 2018-19: £\$\{\d:0\}\}\}\n$/,
    );
    assert.equal(action?.diagnostics?.[0]?.code, 'missing-budget-line');
  });

  it('takes off the indentation that the editor adds to a snippet', async () => {
    await start(
      'one_plan: 1\ntitle: A plan\nplace: {code: E10000023, name: A}\npartners:\n  - name: County\n    type: upper-tier-council',
    );
    const action = (await actionsAt(4, 10)).find(({ title }) => title === 'Add "id"');
    const edit = editOf(action) as SnippetTextEdit;
    assert.deepEqual(edit.range.start, { line: 4, character: 4 });
    assert.match(edit.snippet.value, /^id: \$\{1:county\}\n {2}$/);
  });

  it('offers other ways of writing when somebody asks, and the skeleton by name', async () => {
    await start(plan);
    const titles = (await actionsAt(7, 6)).map(({ title }) => title);
    assert.ok(titles.includes('Write it line by line'), titles.join('; '));
    const context = { diagnostics: [], only: ['source.skeleton'] };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const skeleton = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    })) as CodeAction[];
    assert.deepEqual(
      skeleton.map(({ title }) => title),
      ['Add what is missing to be agreed, as a skeleton'],
    );
    assert.match((editOf(skeleton[0]) as TextEdit).newText, /type: integrated-budget/);
  });

  const leads = (found: readonly Diagnostic[]) =>
    found.filter(({ code }) => code === 'unassigned-accountable-lead').map(({ range }) => range.start.line);
  const cursor = (line: number, character: number) =>
    client.tell('oneplan/cursor', { uri, position: { line, character } });
  /** Types a letter into the name of the first scheme. */
  const type = () =>
    client.change(uri, { range: { start: { line: 11, character: 24 }, end: { line: 11, character: 24 } }, text: 's' });

  it('leaves the item that is being typed in peace until the cursor leaves it', async () => {
    await start(plan);
    await cursor(11, 24);
    assert.ok(leads(await client.diagnostics(uri)).includes(11), 'a cursor that only stands there hides nothing');
    await type();
    await cursor(11, 25);
    assert.ok(!leads(await client.diagnostics(uri)).includes(11));
    const refreshes = client.refreshes;
    await cursor(14, 10);
    await client.until('a refresh', () => client.refreshes > refreshes);
    assert.ok(leads(await client.diagnostics(uri)).includes(11));
  });

  it('waits for what comes behind a dash that was just typed', async () => {
    await start(`${plan}\n`);
    const empty = (found: readonly Diagnostic[]) =>
      found.some(({ message }) => String(message).startsWith('An entry of'));
    const at = { line: 17, character: 0 };
    await cursor(17, 0);
    await client.change(uri, { range: { start: at, end: at }, text: '  - ' });
    await cursor(17, 4);
    assert.ok(!empty(await client.diagnostics(uri)));
    await cursor(14, 10);
    assert.ok(empty(await client.diagnostics(uri)));
  });

  it('never waits with what is wrong in what was written', async () => {
    await start(plan);
    await cursor(12, 20);
    await client.change(uri, {
      range: { start: { line: 12, character: 13 }, end: { line: 12, character: 21 } },
      text: '[',
    });
    assert.ok((await client.diagnostics(uri)).some(({ code }) => code === 'yaml-syntax'));
    await client.change(uri, {
      range: { start: { line: 12, character: 13 }, end: { line: 12, character: 14 } },
      text: 'new\n    lead: TBC',
    });
    await cursor(13, 13);
    assert.ok(leads(await client.diagnostics(uri)).includes(13));
  });

  it('is not quiet where that is switched off, or where nobody tells of the cursor', async () => {
    await start(plan, snippets, () => ({ quietWhileTyping: false }));
    await cursor(11, 24);
    await type();
    assert.ok(leads(await client.diagnostics(uri)).includes(11));
    await client.stop();
    await start(plan);
    await type();
    assert.ok(leads(await client.diagnostics(uri)).includes(11));
  });
});

function newText(item: CompletionItem | undefined): string {
  return (item?.textEdit as TextEdit | undefined)?.newText ?? '';
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  const changes = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  return applyChanges(
    text,
    changes.map(({ range, newText }) => ({ range, text: newText })),
  );
}
