/** `oneplan explain` as a process. That the pages of all rules are those of the rule reference is held where they are generated. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, ruleIds } from '../../server/src/core/index';
import { oneplan, root } from '../support/oneplan';

describe('oneplan explain', () => {
  for (const id of [...ruleIds()].filter((_, at, all) => at % 20 === 0 || at === all.length - 1))
    it(`prints the page of ${id}, the same as in the rule reference`, () => {
      const { status, out } = oneplan(root, ['explain', id]);
      assert.equal(status, 0);
      assert.ok(out.startsWith(`# ${id}\n`));
      assert.ok(out.includes(`Source: ${pageOf(id)?.source}`));
      assert.equal(out, readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8'));
    });
  it('gives the page to programs', () => {
    const { out } = oneplan(root, ['explain', 'deadline-past-limit', '--format', 'json']);
    const page = JSON.parse(out);
    assert.deepEqual(page.severity, { writing: 'warning', agreed: 'error' });
    assert.ok(page.why && page.source && page.examples.bad);
  });
  it('suggests the rule that was meant', () => {
    const { status, told } = oneplan(root, ['explain', 'deadline-past-limits']);
    assert.equal(told, 'oneplan: There is no rule "deadline-past-limits". Write "deadline-past-limit".\n');
    assert.equal(status, 2);
  });
});
