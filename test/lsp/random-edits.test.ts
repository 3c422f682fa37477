/** However a text came about, by whatever edits: what is found in it is what a fresh opening of the same text finds. */
import assert from 'node:assert/strict';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { applyEdits, LineIndex, type TextEdit } from '../../server/src/core/index';
import { randomEdit, seeded } from '../core/syntax/random-edit';
import { LspClient } from '../support/lsp-client';
import { allSamples } from '../support/plan-texts';
import { itAtRandom } from '../support/seed';

const SESSIONS = 20;
const EDITS = 25;

describe('an edited plan', () => {
  itAtRandom(`is found to be what it is when opened afresh, after ${SESSIONS} × ${EDITS} random edits`, async seed => {
    const random = seeded(seed);
    const samples = allSamples().filter(({ text }) => text.length < 30_000);
    const client = await LspClient.start();
    try {
      for (let session = 0; session < SESSIONS; session++) {
        const sample = samples[random(samples.length)] ?? assert.fail('There are no samples.');
        const lineEnd = random(3) === 0 ? '\r\n' : '\n';
        let text = sample.text.replaceAll('\n', lineEnd);
        const uri = 'file:///plans/one.plan.yaml';
        await client.open(uri, text);
        await client.diagnostics(uri);
        for (let edit = 0; edit < EDITS; edit++) {
          const change = expressible(randomEdit(text, random), text);
          await client.change(uri, changeFrom(change, text));
          text = applyEdits(text, [change]);
          // Some versions are never asked about: the editor was faster.
          if (random(4) > 0) await client.diagnostics(uri);
        }
        const found = await client.diagnostics(uri);
        await client.close(uri);
        await client.open(uri, text);
        assert.deepEqual(
          found.map(inWords),
          (await client.diagnostics(uri)).map(inWords),
          `${sample.name}, session ${session}: ${JSON.stringify(text)}`,
        );
        await client.close(uri);
      }
      assert.deepEqual(client.log, []);
    } finally {
      await client.stop();
    }
  });
});

/** The edit as a position can tell it: none lies between a carriage return and its line feed. */
function expressible({ at, text }: TextEdit, before: string): TextEdit {
  const lines = new LineIndex(before);
  const start = lines.offsetAt(lines.positionAt(at.start));
  return { at: { start, end: Math.max(start, lines.offsetAt(lines.positionAt(at.end))) }, text };
}

function changeFrom({ at, text }: TextEdit, before: string): TextDocumentContentChangeEvent {
  const lines = new LineIndex(before);
  const [start, end] = [lines.positionAt(at.start), lines.positionAt(at.end)];
  return {
    range: {
      start: { line: start.line, character: start.column },
      end: { line: end.line, character: end.column },
    },
    text,
  };
}

function inWords({ range: { start, end }, severity, code, message, relatedInformation }: Diagnostic): string {
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return `${place} ${severity} ${code} ${message} ${JSON.stringify(relatedInformation ?? [])}`;
}
