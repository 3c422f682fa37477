/**
 * What an author who comes from Word or Excel gets wrong, told in a whole plan: one cause, one finding, under the right
 * word, and nothing else of the plan's is lost. `UPDATE=1` rewrites what the cases expect, for review.
 */
import assert from 'node:assert/strict';
import { brokenPromises, rewriteSlips, shownFindings, slipCases } from './slip-cases';

describe('slips of the pen', () => {
  if (process.env['UPDATE']) rewriteSlips(slipCases());

  it('are at least eighty', () => assert.ok(slipCases().length >= 80));

  for (const { file, name, text, expected } of slipCases()) {
    it(`${name} (${file})`, () => {
      assert.equal(shownFindings(text), expected);
      assert.deepEqual(brokenPromises(text), []);
    });
  }
});
