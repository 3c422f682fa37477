/** In which order documents enter the language server after a crash. */

import * as assert from 'node:assert/strict';
import { createOpeningQueue } from '../../../client/src/opening-queue.js';

const LONG = 60_000;

describe('the opening queue', () => {
  it('lets everything through at once as a rule', async () => {
    const { sent, enter } = entrance(LONG);
    await Promise.all([enter('a'), enter('b')]);
    assert.deepEqual(sent, ['a', 'b']);
  });

  it('lets one in when the one before has been read', async () => {
    const { queue, sent, enter } = entrance(LONG);
    queue.open();
    const first = enter('a');
    const second = enter('b');
    await settled();
    assert.deepEqual(sent, ['a']);
    assert.equal(queue.isWaiting('b'), true);
    queue.read('a');
    await first;
    await settled();
    assert.deepEqual(sent, ['a', 'b']);
    queue.read('b');
    await second;
    await enter('c');
    assert.deepEqual(sent, ['a', 'b', 'c']);
  });

  it('waits no longer than its patience', async () => {
    const { queue, sent, enter } = entrance(1);
    queue.open();
    await Promise.all([enter('a'), enter('b')]);
    assert.deepEqual(sent, ['a', 'b']);
  });

  it('forgets who waited at the crash before', async () => {
    const { queue, sent, enter } = entrance(LONG);
    queue.open();
    const before = [enter('a'), enter('b')];
    await settled();
    queue.open();
    await Promise.all(before);
    assert.deepEqual(sent, ['a']);
    void enter('b');
    await settled();
    assert.deepEqual(sent, ['a', 'b']);
    queue.close();
  });

  it('is not stopped by a document that cannot be sent', async () => {
    const { queue, sent, enter } = entrance(LONG);
    queue.open();
    const failing = queue.pass('a', () => Promise.reject(new Error('closed')));
    const next = enter('b');
    await assert.rejects(failing, /closed/);
    await settled();
    assert.deepEqual(sent, ['b']);
    queue.read('b');
    await next;
  });
});

function entrance(patience: number) {
  const queue = createOpeningQueue(patience);
  const sent: string[] = [];
  const enter = (uri: string) =>
    queue.pass(uri, async () => {
      sent.push(uri);
      return true;
    });
  return { queue, sent, enter };
}

/** Resolves when everything that waits for nothing but its turn has run. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
