/** Whom a crash of the language server is blamed on, and what follows. */

import * as assert from 'node:assert/strict';
import { createCrashRecord } from '../../../client/src/crash-record.js';

describe('the record of crashes', () => {
  it('withholds a document that was being read at two crashes', () => {
    const record = createCrashRecord(() => 0);
    record.given('a');
    record.given('b');
    assert.deepEqual(record.crashed(), { kind: 'restart' });
    record.given('b');
    assert.deepEqual(record.crashed(), { kind: 'withhold', uri: 'b' });
    assert.deepEqual(record.withheld(), ['b']);
    assert.equal(record.isWithheld('a'), false);
  });

  it('blames a question that was not answered', () => {
    const record = createCrashRecord(() => 0);
    for (const _ of ['first', 'second']) {
      record.given('a');
      record.read('a');
      record.asked('a');
      record.crashed();
    }
    assert.deepEqual(record.withheld(), ['a']);
  });

  it('blames no document that was read and answered', () => {
    const record = createCrashRecord(() => 0);
    for (const _ of ['first', 'second', 'third']) {
      record.given('a');
      record.asked('a')();
      record.read('a');
      assert.deepEqual(record.crashed(), { kind: 'restart' });
    }
    assert.deepEqual(record.withheld(), []);
  });

  it('gives up after five crashes that nothing explains within three minutes', () => {
    let now = 0;
    const record = createCrashRecord(() => now);
    const crashEvery = (milliseconds: number) => {
      now += milliseconds;
      return record.crashed().kind;
    };
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map(() => crashEvery(60_000)),
      Array(6).fill('restart'),
    );
    record.forget();
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(() => crashEvery(1_000)),
      ['restart', 'restart', 'restart', 'restart', 'give-up'],
    );
  });

  it('forgets everything when asked to', () => {
    const record = createCrashRecord(() => 0);
    record.given('a');
    record.crashed();
    record.given('a');
    record.crashed();
    record.forget();
    assert.equal(record.isWithheld('a'), false);
  });
});
