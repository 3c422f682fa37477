/** Quiet while typing, in real messages: what waits until the cursor has left, and what never waits. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { LspClient } from '../support/lsp-client';
import { openPlan, plan, snippets, uri } from './written-plan';

describe('quiet while typing', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const leads = (found: readonly Diagnostic[]) =>
    found.filter(({ code }) => code === 'unassigned-accountable-lead').map(({ range }) => range.start.line);
  const cursor = (line: number, character: number) =>
    client.tell('oneplan/cursor', { uri, position: { line, character } });
  /** Types a letter into the name of the first scheme. */
  const type = () =>
    client.change(uri, { range: { start: { line: 11, character: 24 }, end: { line: 11, character: 24 } }, text: 's' });

  it('leaves the item that is being typed in peace until the cursor leaves it', async () => {
    client = await openPlan(plan);
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
    client = await openPlan(`${plan}\n`);
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
    client = await openPlan(plan);
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
    client = await openPlan(plan, snippets, () => ({ quietWhileTyping: false }));
    await cursor(11, 24);
    await type();
    assert.ok(leads(await client.diagnostics(uri)).includes(11));
    await client.stop();
    client = await openPlan(plan);
    await type();
    assert.ok(leads(await client.diagnostics(uri)).includes(11));
  });
});
