/** The light bulb and "fix all": what it offers, and that its edits put right what they say and nothing else. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  type Diagnostic,
  ExecuteCommandRequest,
  ShowDocumentRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { applyChanges } from '../../server/src/lsp/apply-changes';
import { LspClient } from '../support/lsp-client';
import { smallPlan } from '../support/small-plans';

const uri = 'file:///plans/one.plan.yaml';
const everywhere = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('code actions', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(() => client.stop());

  const actions = async (range: Diagnostic['range'], only?: string[]): Promise<readonly CodeAction[]> => {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const offered = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    return (offered ?? []) as CodeAction[];
  };
  const found = async (code: string): Promise<Diagnostic> => {
    const all = await client.diagnostics(uri);
    return (
      all.find(finding => finding.code === code) ?? assert.fail(`${code} is not among ${all.map(other => other.code)}`)
    );
  };
  const applied = (text: string, action: CodeAction | undefined): string => {
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(change, 'There is an edit.');
    assert.equal(change.textDocument.uri, uri);
    // All edits are for the text before: from the last to the first they can be applied one by one.
    const edits = change.edits.map(edit => ({ range: edit.range, text: 'newText' in edit ? edit.newText : '' }));
    return applyChanges(text, edits.reverse());
  };

  it('offer each fix of a finding, for the version that was judged', async () => {
    const text = smallPlan({ deadline: '01/04/2018' });
    await client.open(uri, text);
    const finding = await found('bad-date');
    const [fix] = (await actions(finding.range, ['quickfix'])).filter(({ edit }) => edit);
    assert.equal(fix?.diagnostics?.[0]?.code, 'bad-date');
    const [change] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);
    const fixed = applied(text, fix);
    assert.equal(fixed, smallPlan());
    await client.change(uri, { text: fixed });
    assert.ok((await client.diagnostics(uri)).every(({ code }) => code !== 'bad-date'));
  });

  it('offer nothing where nothing is wrong', async () => {
    await client.open(uri, smallPlan({ deadline: '01/04/2018' }));
    assert.deepEqual(
      await actions({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, ['quickfix']),
      [],
    );
  });

  it('offer all of a rule at once', async () => {
    const more = '  - {id: two, title: Two, type: go-live, lead: a-example, deadline: 31/03/2018}\n';
    const text = smallPlan({ deadline: '01/04/2018', more });
    await client.open(uri, text);
    const all = (await actions((await found('bad-date')).range)).find(
      ({ title }) => title === 'Put right all 2 of bad-date',
    );
    assert.equal(applied(text, all), smallPlan({ more: more.replace('31/03/2018', '2018-03-31') }));
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`fix all that is safe and keep every other byte, with ${name}`, async () => {
      const text = smallPlan({ deadline: '31/12/2018', lead: 'TBC', more: '# the end' }).replaceAll('\n', lineEnd);
      await client.open(uri, text);
      const [fixAll, ...others] = await actions(everywhere, ['source.fixAll']);
      assert.deepEqual([fixAll?.kind, others], ['source.fixAll.oneplan', []]);
      const fixed = applied(text, fixAll);
      assert.equal(fixed, text.replace('31/12/2018', '2018-12-31'));
      await client.change(uri, { text: fixed });
      assert.deepEqual(await actions(everywhere, ['source.fixAll.oneplan']), []);
    });
  }

  it('fix nothing in a text that cannot be read whole', async () => {
    await client.open(
      uri,
      smallPlan({ deadline: '31/12/2018', more: 'narrative: {case: [never closed\n  "nor this\n' }),
    );
    assert.ok((await client.diagnostics(uri)).some(({ code }) => code === 'yaml-syntax'));
    assert.deepEqual(await actions(everywhere, ['source.fixAll.oneplan']), []);
  });

  it('are not worked out for everything with each movement of the cursor', async () => {
    await client.open(uri, smallPlan({ deadline: '31/12/2018' }));
    assert.ok((await actions(everywhere)).every(({ kind }) => kind === 'quickfix'));
  });
});

describe('the page of a rule', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  it('is a command of our own client', async () => {
    client = await LspClient.start({ initializationOptions: { opensRulePages: true } });
    await client.open(uri, smallPlan({ deadline: '2021-04-01' }));
    const params = { textDocument: { uri }, range: everywhere, context: { diagnostics: [] } };
    const offered = await client.connection.sendRequest(CodeActionRequest.type, params);
    const page = offered?.find(({ title }) => title === 'Read about deadline-past-limit') as CodeAction | undefined;
    assert.deepEqual(page?.command?.arguments, ['deadline-past-limit']);
    assert.equal(client.initialized?.capabilities.executeCommandProvider, undefined);
  });

  it('is opened by the server in any other editor that shows documents', async () => {
    client = await LspClient.start({ capabilities: { window: { showDocument: { support: true } } } });
    const shown: string[] = [];
    client.connection.onRequest(ShowDocumentRequest.type, ({ uri: page }) => {
      shown.push(page);
      return { success: true };
    });
    const command = client.initialized?.capabilities.executeCommandProvider?.commands[0] ?? assert.fail();
    const open = (rule: unknown) =>
      client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [rule] });
    await open('deadline-past-limit');
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /deadline-past-limit/);
    await assert.rejects(open('../../package'));
    await assert.rejects(open(undefined));
    assert.equal(shown.length, 1);
  });
});
