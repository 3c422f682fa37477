/** Work of the server that has no end is ended, whatever the cause: the document has one finding, and all others are checked. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { LspClient } from '../support/lsp-client';
import { smallPlan } from '../support/small-plans';

describe('work that does not end', function () {
  this.timeout(600_000);
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({ nodeOptions: ['--require', join(__dirname, 'poison.cjs')] });
  });
  after(() => client.stop());

  it('is told of while it goes on, and ends in one finding', async () => {
    const [endless, sound] = ['file:///plans/endless.plan.yaml', 'file:///plans/sound.plan.yaml'];
    await client.open(endless, 'one_plan: 1\ntitle: a text without an end\n');
    const found = await client.diagnostics(endless);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['too-large'],
    );
    assert.match(client.log.join('\n'), /busy with file:\/\/\/plans\/endless\.plan\.yaml.*\n.*stopped its work on/);
    await client.open(sound, smallPlan());
    assert.ok((await client.diagnostics(sound)).every(({ code }) => code !== 'too-large'));
    await client.change(endless, { text: 'one_plan: 1\ntitle: a text with an end\n' });
    assert.ok((await client.diagnostics(endless)).every(({ code }) => code !== 'too-large'));
  });
});
