/** Actions that add what is missing, in real messages: with places to type, on lines of their own. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import type { LspClient } from '../support/lsp-client';
import { openPlan, plan, uri } from './written-plan';

describe('actions that write', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const actionsAt = async (line: number, character: number): Promise<readonly CodeAction[]> => {
    const position = { line, character };
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
    const sent = { textDocument: { uri }, range: { start: position, end: position }, context };
    return ((await client.connection.sendRequest(CodeActionRequest.type, sent)) ?? []) as CodeAction[];
  };
  const editOf = (action: CodeAction | undefined) =>
    (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits[0];

  it('adds a budget line with places to type, on lines of their own', async () => {
    client = await openPlan(`${plan}\nbudget:\n  lines:\n    - {id: other, title: Other}\n\n# the end\n`);
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
    client = await openPlan(
      'one_plan: 1\ntitle: A plan\nplace: {code: E10000023, name: A}\npartners:\n  - name: County\n    type: upper-tier-council',
    );
    const action = (await actionsAt(4, 10)).find(({ title }) => title === 'Add "id"');
    const edit = editOf(action) as SnippetTextEdit;
    assert.deepEqual(edit.range.start, { line: 4, character: 4 });
    assert.match(edit.snippet.value, /^id: \$\{1:county\}\n {2}$/);
  });

  it('offers other ways of writing when somebody asks, and the skeleton by name', async () => {
    client = await openPlan(plan);
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
});
