/** Inlay hints, code lenses and colours in real messages. */
import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp-client';

const uri = 'untitled:one.plan.yaml';
const plan = `one_plan: 1
title: One plan
period: {from: 2017-04-01, to: 2019-03-31}
people:
  - {id: chair, name: Dr B. Other}
schemes:
  - {id: falls, name: Falls, lead: chair}
milestones:
  - {id: start, title: Start, lead: TBC, deadline: 2018-04-01, scheme: falls}
`;
const textDocument = { uri };
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('hints, lenses and tokens over the wire', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const hints = async (range = whole) =>
    ((await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? []).map(
      ({ label, position }) => `${position.line}:${position.character} ${String(label)}`,
    );

  it('shows hints where they are asked for, as far as the settings want them', async () => {
    let settings: unknown = { today: '2018-01-01' };
    client = await LspClient.start({ settings: () => settings });
    await client.open(uri, plan);
    assert.deepEqual(await hints(), ['6:40 Dr B. Other', '8:61 in 90 days']);
    assert.deepEqual(await hints({ start: { line: 8, character: 0 }, end: { line: 9, character: 0 } }), [
      '8:61 in 90 days',
    ]);
    settings = { today: '2018-01-01', inlayHints: { names: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await hints(), ['8:61 in 90 days']);
    settings = { inlayHints: { names: true, dates: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await hints(), ['6:40 Dr B. Other']);
  });

  it('tells the editor to ask again when other hints are wanted', async () => {
    client = await LspClient.start({ capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
    const refreshed = new Promise<void>(resolve => {
      client.connection.onRequest(InlayHintRefreshRequest.type, () => resolve());
    });
    await client.open(uri, plan);
    assert.deepEqual(await hints(), ['6:40 Dr B. Other']);
    const settings = { onePlan: { inlayHints: { names: false } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await refreshed;
    assert.deepEqual(await hints(), []);
  });

  it('shows lenses, with references to go through where the editor can show them', async () => {
    client = await LspClient.start({ initializationOptions: { showsReferences: true } });
    await client.open(uri, plan);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(
      lenses?.map(({ command }) => [command?.title, command?.command]),
      [
        ['No budget line · 1 milestone · 0 outcomes', ''],
        ['1 reference', 'onePlan.showReferences'],
      ],
    );
    const [of, position, places] = lenses?.[1]?.command?.arguments ?? [];
    assert.deepEqual([of, position], [uri, { line: 6, character: 5 }]);
    assert.deepEqual(places, [{ uri, range: { start: { line: 8, character: 71 }, end: { line: 8, character: 76 } } }]);
    await client.stop();
    client = await LspClient.start();
    await client.open(uri, plan);
    const plain = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.ok(plain?.every(({ command }) => command?.command === ''));
  });

  it('tells changes of colours that give the same as asking anew', async () => {
    client = await LspClient.start();
    await client.open(uri, plan);
    const legend = client.initialized?.capabilities.semanticTokensProvider?.legend;
    assert.deepEqual(legend?.tokenTypes, ['reference', 'money', 'date', 'year', 'unassigned', 'code']);
    assert.deepEqual(legend?.tokenModifiers, ['declaration', 'unknown']);
    let known = (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;
    assert.deepEqual(read(known.data).slice(0, 3), ['2:15+10 date', '2:31+10 date', '4:9+5 reference.declaration']);
    const texts = [
      plan.replace('TBC', 'chair'),
      plan.replace('lead: chair', 'lead: nobody'),
      `# first\n${plan}`,
      plan,
      'one_plan: 1\n',
      plan,
    ];
    for (const text of texts) {
      await client.change(uri, { text });
      const changed = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
        textDocument,
        previousResultId: known.resultId ?? '',
      });
      const data = applied(known.data, changed as SemanticTokensDelta);
      known = (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;
      assert.deepEqual(data, known.data);
    }
    const stale = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: 'x',
    });
    assert.ok(stale && 'data' in stale);
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } },
    });
    assert.deepEqual(read(part?.data ?? []), ['6:9+5 reference.declaration', '6:35+5 reference']);
  });

  /** Tokens as "line:column+length type.modifiers". */
  function read(data: readonly number[]): readonly string[] {
    const { tokenTypes = [], tokenModifiers = [] } =
      client.initialized?.capabilities.semanticTokensProvider?.legend ?? {};
    const tokens: string[] = [];
    let line = 0;
    let column = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, across = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
      column = down === 0 ? column + across : across;
      line += down;
      const modifiers = tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0);
      tokens.push(`${line}:${column}+${length} ${[tokenTypes[type], ...modifiers].join('.')}`);
    }
    return tokens;
  }
});

function applied(before: readonly number[], { edits }: SemanticTokensDelta): readonly number[] {
  return edits.reduceRight<readonly number[]>(
    (data, { start, deleteCount, data: added = [] }) => [
      ...data.slice(0, start),
      ...added,
      ...data.slice(start + deleteCount),
    ],
    before,
  );
}
