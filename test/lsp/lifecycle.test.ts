/** The server's life: how it starts and ends, and what it answers to what no good editor sends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  LSPErrorCodes,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client';
import { assertKept } from '../support/resource-usage';
import { smallPlan } from '../support/small-plans';

const uri = 'file:///plans/one.plan.yaml';

describe('the life of the server', () => {
  let client: LspClient;
  afterEach(() => client.kill());

  it('begins with what it can do, in UTF-16 only', async () => {
    client = await LspClient.start();
    const { capabilities, serverInfo } = client.initialized ?? assert.fail();
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'oneplan',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.equal(serverInfo?.name, 'oneplan');
  });

  it('tells in its log that it runs', async () => {
    client = await LspClient.start();
    await client.until('the first line', () => client.notes.length > 0);
    assert.match(client.notes[0] ?? '', /^One Plan \d+\.\d+\.\d+ is running\. It found 0 plans in the workspace\.$/);
  });

  it('promises no pulling to an editor that does not pull', async () => {
    client = await LspClient.start({ diagnostics: 'push' });
    assert.equal(client.initialized?.capabilities.diagnosticProvider, undefined);
  });

  it('ends with 0 after "shutdown" and with 1 without', async () => {
    client = await LspClient.start();
    assert.equal(await client.stop(), 0);
    client = await LspClient.start();
    await client.connection.sendNotification(ExitNotification.type);
    assert.equal(await client.ended, 1);
  });

  it('ends when its input ends', async () => {
    client = await LspClient.start();
    client.process.stdin?.end();
    assert.equal(await client.ended, 1);
  });

  it('ends when the editor is killed', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    client = await LspClient.start({ processId: editor.pid ?? assert.fail() });
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    assert.equal(await client.ended, 1);
  });

  it('refuses requests before "initialize" and after "shutdown", and a second "initialize"', async () => {
    client = LspClient.silent();
    await assert.rejects(client.diagnostics(uri), { code: ErrorCodes.ServerNotInitialized });
    await client.connection.sendRequest(InitializeRequest.type, client.initializeParams());
    const again = client.connection.sendRequest(InitializeRequest.type, client.initializeParams());
    await assert.rejects(again, { code: ErrorCodes.InvalidRequest });
    await client.connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(client.diagnostics(uri), { code: ErrorCodes.InvalidRequest });
    await client.connection.sendNotification(ExitNotification.type);
    assert.equal(await client.ended, 0);
  });
});

describe('what no good editor sends', () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start({ measured: true });
  });
  after(() => client.stop());
  afterEach(async () => {
    // Whatever it was, the server still checks plans.
    await client.open(uri, smallPlan({ lead: 'TBC' }));
    const found = await client.diagnostics(uri);
    assert.ok(found.some(({ code }) => code === 'unassigned-accountable-lead'));
  });

  const codeOf = async (method: string, params: unknown): Promise<number | undefined> => {
    try {
      await client.connection.sendRequest(method, params);
      return undefined;
    } catch (error) {
      if (error instanceof ResponseError) return error.code;
      throw error;
    }
  };

  it('is a method that nobody knows', async () => {
    assert.equal(await codeOf('oneplan/nonsense', {}), ErrorCodes.MethodNotFound);
  });

  it('is a question without a document, or about one that is not open', async () => {
    assert.equal(await codeOf('textDocument/diagnostic', undefined), ErrorCodes.InvalidParams);
    assert.equal(await codeOf('textDocument/diagnostic', { textDocument: null }), ErrorCodes.InvalidParams);
    assert.equal(await codeOf('textDocument/codeAction', { textDocument: { uri: 7 } }), ErrorCodes.InvalidParams);
    assert.deepEqual(await client.diagnostics('file:///plans/not-open.plan.yaml'), []);
  });

  it('is a change of a document that is not open', async () => {
    await client.change('file:///plans/never.plan.yaml', { text: 'one_plan: 1\n' });
    assert.deepEqual(await client.diagnostics('file:///plans/never.plan.yaml'), []);
  });

  it('is a place outside the text', async () => {
    await client.open(uri, 'one_plan: 1\n');
    const far = { line: 4_000_000, character: 4_000_000 };
    await client.change(uri, { range: { start: { line: -1, character: -5 }, end: far }, text: smallPlan() });
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: far, end: { line: 0, character: -1 } },
      context: { diagnostics: [] },
    });
    assert.ok(Array.isArray(actions));
  });

  it('is a document that is opened twice: the second text counts', async () => {
    await client.open(uri, smallPlan({ lead: 'TBC' }));
    await client.open(uri, smallPlan());
    const found = await client.diagnostics(uri);
    assert.ok(!found.some(({ message }) => String(message).includes('"TBC"')));
  });

  it('is a storm of questions that are all cancelled but the last', async () => {
    await client.open(uri, smallPlan());
    const requests = Array.from({ length: 2_000 }, (_, number) => {
      void client.change(uri, { text: smallPlan({ name: `Place ${number}` }) });
      return client.cancellable(uri);
    });
    const last = requests.pop() ?? assert.fail();
    for (const { cancel } of requests) cancel();
    const { processor } = await client.usage();
    const outcomes = await Promise.all(requests.map(({ answer }) => answer.then(() => 'answered', codeOfError)));
    const report = await last.answer;
    assertKept(5_000, (await client.usage()).processor - processor, 'the server');
    // A few may have been answered before they were cancelled.
    const cancelled = outcomes.filter(outcome => outcome === LSPErrorCodes.RequestCancelled);
    assert.ok(cancelled.length >= 1_800, `${cancelled.length} were cancelled`);
    assert.ok(outcomes.every(outcome => outcome === 'answered' || outcome === LSPErrorCodes.RequestCancelled));
    assert.equal(report.kind, 'full');
  });
});

function codeOfError(error: unknown): unknown {
  return error instanceof ResponseError ? error.code : error;
}
