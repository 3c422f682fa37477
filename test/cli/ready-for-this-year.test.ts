/** From `oneplan init` to a plan of 2026-27 that can be agreed: a new one, and one that is carried over. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledNewPlan, filledNextPlan } from '../support/fill-gaps';
import { folderWith, oneplan, root } from '../support/oneplan';

const tyneside = readFileSync(join(root, 'samples/better-care-fund-2025-26.plan.yaml'), 'utf8');

describe('a plan of 2026-27', () => {
  for (const [what, args, file, filled] of [
    ['is begun new on a day of that year', ['Norfolk', '--today', '2026-11-27'], 'norfolk.plan.yaml', filledNewPlan],
    [
      "is made of last year's",
      ['North Tyneside', '--from-plan', 'last.plan.yaml'],
      'north-tyneside-2026-27.plan.yaml',
      filledNextPlan,
    ],
  ] as const) {
    it(`${what}, and can be agreed when its gaps are filled`, () => {
      const folder = folderWith({ 'last.plan.yaml': tyneside });
      assert.equal(oneplan(folder, ['init', ...args]).status, 0);
      const path = join(folder, file);
      const made = readFileSync(path, 'utf8');
      assert.equal(oneplan(folder, ['lint', '--as', 'agreed', file]).status, 1);
      writeFileSync(path, filled(made));
      const lint = oneplan(folder, ['lint', '--as', 'agreed', '--today', '2026-05-01', file]);
      assert.equal(lint.status, 0, lint.out);
      assert.match(lint.out, /ready to be agreed/);
      assert.match(lint.out, /Conditions with nothing to do: 5 of 5/);
    });
  }
});
