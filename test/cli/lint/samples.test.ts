/** The plans in `samples/broken`, each with the exact report that the command line prints beside it. `UPDATE=1` writes them. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneplan, root } from '../../support/oneplan';

const folder = join(root, 'samples/broken');

describe('samples', () => {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.plan.yaml'))) {
    it(`${name} has the report beside it`, () => {
      const { out, told } = oneplan(folder, ['lint', name]);
      assert.equal(told, '');
      const report = join(folder, name.replace(/\.plan\.yaml$/, '.txt'));
      if (process.env['UPDATE']) writeFileSync(report, out);
      assert.ok(existsSync(report), `There is no report ${report}. Run "npm run update".`);
      assert.equal(out, readFileSync(report, 'utf8'));
    });
  }
  it('are linted by the first command of the README', () => {
    const { status, out } = oneplan(root, ['lint', 'samples']);
    assert.equal(status, 1);
    assert.match(
      out,
      /^samples\/broken\/missing-leads\.plan\.yaml:\d+:\d+: warning: .*\[unassigned-accountable-lead\]$/m,
    );
    assert.match(out, /^\d+ \| .*\n +\| +\^+$/m);
  });
});
