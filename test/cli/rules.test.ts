/** `oneplan rules` as a process. */
import assert from 'node:assert/strict';
import { ruleIds, rulePages } from '../../server/src/core/index';
import { oneplan, root } from '../support/oneplan';

describe('oneplan rules', () => {
  it('lists every rule', () => {
    const listed = oneplan(root, ['rules']).out.trimEnd().split('\n').slice(1);
    assert.deepEqual(
      listed.map(line => line.split(' ')[0]),
      [...ruleIds()],
    );
    const data: { id: string }[] = JSON.parse(oneplan(root, ['rules', '--format', 'json']).out);
    assert.deepEqual(
      data.map(({ id }) => id),
      rulePages().map(({ id }) => id),
    );
  });
});
