/** Documents with something broken in them, of which every fix is tried. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkFixes } from './fix-laws';
import { mutate, mutations } from './mutation';
import { check, telling } from './promises';
import { textFor } from './texts';

/** Tries every fix of `count` documents that have one. @throws Error with the seed and the smallest changes at fault. */
export function tryFixes(seed: number, count: number): void {
  let found = 0;
  const property = fc.property(fc.nat(99_999), mutations(1), (chosen, changes) => {
    if (found >= count) return;
    const text = changes.reduce(mutate, textFor(chosen));
    if (telling(text, () => checkFixes(check(text))) > 0) found++;
  });
  // About two documents of three have something that can be put right.
  fc.assert(property, { numRuns: 4 * count, seed });
  assert.equal(found, count);
}
