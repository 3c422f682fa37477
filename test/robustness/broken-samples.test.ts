/**
 * Samples that lack a line or break off, forty of them, through the command line and the server as processes: both judge
 * them alike. `rows.ts` tries all of them, each line and each place, without the processes.
 */
import assert from 'node:assert/strict';
import { folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { oneplan } from '../support/oneplan';
import { allSamples } from '../support/plan-texts';
import { brokenTexts } from './broken-samples';

const count = 40;

describe('a broken sample', () => {
  it('is judged alike by the command line and the server, every place inside the text', async () => {
    const all = allSamples().flatMap(({ text }) => brokenTexts(text));
    const texts = Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / count)] ?? '');
    const folder = folderOfPlans(Object.fromEntries(texts.map((text, at) => [`${at}.plan.yaml`, text])));
    const { out, status, told } = oneplan(folder.path, ['lint', '--format', 'json']);
    assert.equal(status, 1);
    assert.equal(told, '');
    const client = await LspClient.start({ folders: [folder.uri] });
    const inEditor = await client.workspace();
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
    const files: { path: string; problems: { rule: string; message: string; range: Range }[] }[] =
      JSON.parse(out).files;
    assert.equal(files.length, count);
    for (const { path, problems } of files) {
      const lines = (texts[Number.parseInt(path, 10)] ?? '').split('\n');
      for (const { range, rule } of problems) {
        for (const { line, column } of [range.start, range.end])
          assert.ok(line >= 1 && column >= 1 && column <= (lines[line - 1] ?? assert.fail(rule)).length + 1, rule);
      }
      const found = inEditor.get(folder.uriOf(path)) ?? assert.fail(path);
      assert.deepEqual(
        found.map(({ code, message, range: { start, end } }) => [code, message, start, end]),
        problems.map(({ rule, message, range: { start, end } }) => [rule, message, zeroBased(start), zeroBased(end)]),
      );
    }
    folder.dispose();
  });
});

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

function zeroBased({ line, column }: Place): { readonly line: number; readonly character: number } {
  return { line: line - 1, character: column - 1 };
}
