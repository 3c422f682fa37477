/** Formatting in real messages: a document, a range, and a line that has just been begun. */
import assert from 'node:assert/strict';
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { applyChanges } from '../../server/src/lsp/apply-changes';
import type { LspClient } from '../support/lsp-client';
import { openPlan, uri } from './written-plan';

const options = { tabSize: 2, insertSpaces: true };

describe('formatting over the wire', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  it('formats a document, a range and a line that has just been begun', async () => {
    client = await openPlan('title:   A plan\none_plan: 1\npeople:\n    - {id: a}\n    -\n');
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
});

function withEdits(text: string, edits: readonly TextEdit[]): string {
  const changes = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  return applyChanges(
    text,
    changes.map(({ range, newText }) => ({ range, text: newText })),
  );
}
