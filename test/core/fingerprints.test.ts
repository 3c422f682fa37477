/** Fingerprints: what a finding is known by stays the same when items change their places. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/for-workspace';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';

const head =
  'one_plan: 1\ntitle: One plan for Rutland\nstatus: draft\nperiod: {from: 2018-04-01, to: 2020-03-31}\nplace: {code: E06000017, name: Rutland}\n';
const items = [
  '  - {id: late, title: Late, deadline: 2021-04-01}',
  '  - {id: later, title: Later, deadline: 2022-04-01}',
  '  - {title: Without an id, deadline: 01/04/2019}',
];

describe('fingerprints', () => {
  it('survive every order of the items and lines put in between', () => {
    const expected = prints(items);
    assert.ok(expected.length > 6);
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ]) {
      const reordered = order.map(index => items[index] ?? '');
      assert.deepEqual(prints(reordered), expected);
      assert.deepEqual(prints(reordered.flatMap(item => ['  # a remark', item])), expected);
    }
  });

  it('tell every finding of a document from the others', () => {
    const all = prints([...items, ...items]);
    assert.equal(new Set(all).size, all.length);
  });
});

function prints(order: readonly string[]): readonly string[] {
  const { findings } = judge(analyse(`${head}milestones:\n${order.join('\n')}\n`), noSettings, noWorkspace);
  return findings.map(({ fingerprint }) => fingerprint).sort();
}
