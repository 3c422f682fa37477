/** A huge plan is answered in time; texts made to exhaust a reader are tried in `test/robustness/bombs.test.ts`. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp-client';
import { soundSamples } from '../support/plan-texts';
import { assertKept } from '../support/resource-usage';
import { smallPlan } from '../support/small-plans';

const inTime = 2_000;

describe('a plan of 5 MB', () => {
  it('is checked, and followed while it is changed', async () => {
    const client = await LspClient.start({ measured: true });
    try {
      const uri = 'file:///plans/large.plan.yaml';
      const text = largePlan(5_000_000);
      await client.open(uri, text);
      const before = await client.diagnostics(uri);
      assert.ok(
        before.every(({ code }) => code !== 'too-large' && code !== 'yaml-syntax'),
        JSON.stringify(before.slice(0, 3)),
      );
      const line = text.split('\n').findIndex(written => written.includes('deadline: 2018-03-31'));
      const character = text.split('\n')[line]?.indexOf('2018-03-31') ?? -1;
      await client.change(uri, {
        range: { start: { line, character }, end: { line, character: character + 10 } },
        text: '2021-04-01',
      });
      let after: readonly Diagnostic[] = [];
      const used = await client.processorTime(async () => {
        after = await client.diagnostics(uri);
      });
      assertKept(inTime, used, 'the server');
      const late = after.find(({ code, range }) => code === 'deadline-past-limit' && range.start.line === line);
      assert.ok(late ?? after.length >= 1_000, 'The new finding is told, or more than can be shown come before it.');
      assert.deepEqual(client.log, []);
    } finally {
      await client.stop();
    }
  });
});

/** A sound plan of about `size` characters: the first section that is read is followed by many milestones. */
function largePlan(size: number): string {
  const [sample] = soundSamples().filter(({ name }) => name.includes('north-yorkshire'));
  assert.ok(sample);
  const milestone = (at: number) =>
    `  - {id: m${at}, title: Milestone ${at}, type: go-live, lead: a-example, deadline: 2018-03-31}\n`;
  const count = Math.ceil(size / milestone(10_000).length);
  return smallPlan({ more: Array.from({ length: count }, (_, at) => milestone(at)).join('') });
}
