/**
 * Messages that have not the form of the protocol, sent to a real server process: each request is answered as a fault of its
 * client, never as one of the server; what is between two messages is passed over; and the server goes on.
 */
import assert from 'node:assert/strict';
import { ErrorCodes, LSPErrorCodes, ResponseError, ShowDocumentRequest } from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client';
import { smallPlan } from '../support/small-plans';

const uri = 'file:///plans/one.plan.yaml';
const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: { line: 3, character: 1 } };
const [onPlan, atPlace, inRange] = [{ textDocument }, { textDocument, position }, { textDocument, range }];

/** Every request with parameters, with what it needs; behind a `?` what it may have. */
const requests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'textDocument/diagnostic': { ...onPlan, 'previousResultId?': 'x' },
  'workspace/diagnostic': { previousResultIds: [{ uri, value: 'x' }] },
  'textDocument/codeAction': { ...inRange, context: { 'only?': ['quickfix'], 'diagnostics?': [] } },
  'workspace/executeCommand': { command: 'onePlan.openRulePage', 'arguments?': ['bad-money'] },
  'textDocument/hover': atPlace,
  'textDocument/completion': { ...atPlace, 'context?': { 'triggerKind?': 2, 'triggerCharacter?': ':' } },
  'textDocument/formatting': { ...onPlan, 'options?': { 'tabSize?': 2 } },
  'textDocument/rangeFormatting': inRange,
  'textDocument/onTypeFormatting': { ...atPlace, ch: '\n' },
  'textDocument/documentSymbol': onPlan,
  'workspace/symbol': { query: 'a' },
  'textDocument/definition': atPlace,
  'textDocument/references': { ...atPlace, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': atPlace,
  'textDocument/prepareRename': atPlace,
  'textDocument/rename': { ...atPlace, newName: 'other' },
  'textDocument/documentLink': onPlan,
  'textDocument/foldingRange': onPlan,
  'textDocument/selectionRange': { ...onPlan, positions: [position] },
  'textDocument/prepareCallHierarchy': atPlace,
  'callHierarchy/incomingCalls': { item: { uri, 'data?': { 'kind?': 'scheme', 'id?': 'x' } } },
  'callHierarchy/outgoingCalls': { item: { uri, 'data?': { 'kind?': 'scheme', 'id?': 'x' } } },
  'textDocument/inlayHint': inRange,
  'textDocument/codeLens': onPlan,
  'textDocument/semanticTokens/full': onPlan,
  'textDocument/semanticTokens/full/delta': { ...onPlan, previousResultId: '1' },
  'textDocument/semanticTokens/range': inRange,
  'oneplan/readiness': onPlan,
  'oneplan/newPlanChoices': { 'folder?': 'file:///plans' },
  'oneplan/newPlan': {
    'folder?': 'file:///plans',
    place: 'Rutland',
    period: { from: '2018-04-01', to: '2020-03-31' },
    framework: 'beyond-barker-2015',
    'option?': 'single-commissioner',
  },
  'oneplan/oldPlans': onPlan,
  'oneplan/mergeOldPlans': { ...onPlan, oldPlans: [uri], became: ['A1=falls'], otherPlaces: ['x'] },
};

const notifications: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'textDocument/didOpen': { textDocument: { uri, languageId: 'oneplan', version: 1, text: 'one_plan: 1\n' } },
  'textDocument/didChange': { textDocument: { uri, version: 2 }, contentChanges: [{ 'range?': range, text: 'a' }] },
  'textDocument/didSave': onPlan,
  'textDocument/didClose': onPlan,
  'workspace/didChangeConfiguration': { 'settings?': { 'onePlan?': {} } },
  'workspace/didChangeWatchedFiles': { changes: [{ uri, type: 2 }] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [], removed: [{ uri, 'name?': 'x' }] } },
  'oneplan/cursor': { 'uri?': uri, 'position?': position },
  '$/cancelRequest': { 'id?': 7 },
  '$/setTrace': { 'value?': 'off' },
};

const wrong: readonly unknown[] = [null, 7, 'x', true, [], {}, [null], { x: null }];

interface Malformed {
  readonly params: unknown;
  /** What lacks something that the method needs must be refused; of the rest it is enough that the server holds out. */
  readonly lacks: boolean;
}

/** `value` with each of its parts in turn taken out, and with each in turn replaced by what it should not be. */
function malformed(value: unknown): readonly Malformed[] {
  const replaced = wrong.map(params => ({ params, lacks: false }));
  if (Array.isArray(value)) {
    const inner = value.flatMap(item => malformed(item));
    return [...replaced, ...inner.map(({ params, lacks }) => ({ params: [params], lacks }))];
  }
  if (typeof value !== 'object' || value === null) return replaced;
  const entries = Object.entries(value);
  return entries.flatMap(([name, inner]) => {
    const isNeeded = !name.endsWith('?');
    const others = Object.fromEntries(entries.filter(([other]) => other !== name));
    const within = malformed(inner).map(each => ({
      params: { ...others, [name]: each.params },
      lacks: isNeeded && each.lacks,
    }));
    return [{ params: others, lacks: isNeeded }, ...within];
  });
}

/** The names as they are sent. */
function sent(params: unknown): unknown {
  return JSON.parse(JSON.stringify(params ?? null).replaceAll('?":', '":'));
}

describe('what has not the form of the protocol', () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start({ capabilities: { window: { showDocument: { support: true } } } });
    client.connection.onRequest(ShowDocumentRequest.type, () => ({ success: true }));
    await client.open(uri, smallPlan({ lead: 'TBC' }));
  });
  after(() => client.stop());
  afterEach(async () => {
    await client.open(uri, smallPlan({ lead: 'TBC' }));
    const found = await client.diagnostics(uri);
    assert.ok(found.some(({ code }) => code === 'unassigned-accountable-lead'));
    assert.deepEqual(
      client.log.filter(line => line.startsWith('Fault')),
      [],
    );
  });

  const codeOf = (method: string, params: unknown): Promise<number | undefined> =>
    client.connection.sendRequest(method, params).then(
      () => undefined,
      error => (error instanceof ResponseError ? error.code : assert.fail(String(error))),
    );

  it('is met by every request that the server knows', async () => {
    for (const [method, params] of Object.entries(requests))
      assert.notEqual(await codeOf(method, sent(params)), ErrorCodes.MethodNotFound, method);
  });

  for (const [method, params] of Object.entries(requests)) {
    it(`is never a fault of the server: ${method}`, async () => {
      const all: readonly Malformed[] = [
        ...malformed(params),
        ...wrong.map(other => ({ params: other, lacks: false })),
      ];
      const codes = await Promise.all(all.map(each => codeOf(method, sent(each.params))));
      for (const [index, code] of codes.entries()) {
        const { params: given, lacks } = all[index] ?? assert.fail();
        const told = `${method} ${JSON.stringify(given)}`;
        const isRefused = code === ErrorCodes.InvalidParams;
        // What is asked for in the right form may still be what cannot be done, as a new name where nothing has one.
        const isAnswered = code === undefined || code === LSPErrorCodes.RequestFailed;
        assert.ok(isRefused || (!lacks && isAnswered), `${told}: ${code}`);
      }
    });
  }

  for (const [method, params] of Object.entries(notifications)) {
    it(`is passed over: ${method}`, async () => {
      for (const { params: given } of malformed(params)) void client.connection.sendNotification(method, sent(given));
      for (const given of wrong) {
        if (typeof given === 'object') void client.connection.sendNotification(method, given ?? undefined);
      }
      await client.diagnostics(uri);
    });
  }

  it('is a first message that does not say who asks', async () => {
    for (const { params } of malformed({ capabilities: {}, 'workspaceFolders?': [{ uri, 'name?': 'x' }] })) {
      const other = LspClient.silent();
      const answer = await other.connection.sendRequest('initialize', sent(params)).then(
        () => undefined,
        error => (error instanceof ResponseError ? error.code : assert.fail(String(error))),
      );
      assert.ok(answer === undefined || answer === ErrorCodes.InvalidParams, `${JSON.stringify(params)}: ${answer}`);
      await other.kill();
    }
  });

  const request = (id: number) =>
    JSON.stringify({ jsonrpc: '2.0', id, method: 'workspace/symbol', params: { query: '' } });
  const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  for (const [what, bytes] of Object.entries({
    'a message without its length': request(900_000),
    'a message without its length, behind another heading': `Content-Type: x\r\n\r\n${request(900_001)}`,
    'a heading without a colon': `nonsense\r\n\r\n${request(900_002)}`,
    'a length that is no number': `Content-Length: many\r\n\r\n${request(900_003)}`,
    'a length beyond all measure': `Content-Length: 99999999999999\r\n\r\n${request(900_004)}`,
    'a length that is too short': `Content-Length: 10\r\n\r\n${request(900_005)}`,
    'a message that is no JSON': framed('{"jsonrpc": "2.0", "id": 900006, '),
    'a message of no characters': framed(''),
    'a message that is a number': framed('7'),
    'a message that is nothing': framed('null'),
    'a list of messages': framed(`[${request(900_007)}]`),
    'a method that is no text': framed('{"jsonrpc": "2.0", "id": 900008, "method": 7}'),
    'an answer to nothing': framed('{"jsonrpc": "2.0", "id": 900009, "result": 7}'),
    'a hundred kilobytes of noise': `${'x'.repeat(100_000)}\r\n`,
    'other fields beside the length': `Content-Type: x\r\ncontent-length: ${request(900_010).length}\r\nX: y\r\n\r\n${request(900_010)}`,
  })) {
    it(`does not leave the server mute: ${what}`, async () => {
      client.process.stdin?.write(bytes);
      await client.open(uri, smallPlan());
      assert.deepEqual(await client.diagnostics('file:///plans/other.plan.yaml'), []);
    });
  }
});
