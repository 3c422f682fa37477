/** Plans that are broken step by step, followed edit by edit as an editor does and opened anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/index';
import { randomEdit, seeded } from '../core/syntax/random-edit';
import { type Mutation, mutate, mutations } from './mutation';
import { type Checked, check, checkAgain, inWords, telling } from './promises';
import { textFor } from './texts';

/** How many changes follow on one another. */
const chain = 5;

/** Checks `count` texts, each with a token or a part of the structure changed. @throws Error with the seed and the smallest changes at fault. */
export function tryMutations(seed: number, count: number): void {
  tryChains(seed, count, mutate);
}

/** Checks `count` texts, each after an edit of any characters. @throws Error with the seed and the smallest changes at fault. */
export function tryEdits(seed: number, count: number): void {
  tryChains(seed, count, (text, { kind, place, other }) => {
    const random = seeded(kind + 100 * place + other);
    return applyEdits(text, [randomEdit(text, random)]);
  });
}

type Change = (text: string, mutation: Mutation) => string;

function tryChains(seed: number, count: number, change: Change): void {
  const property = fc.property(fc.nat(99_999), mutations(chain), (chosen, all) => checkChain(chosen, all, change));
  fc.assert(property, { numRuns: Math.ceil(count / chain), seed });
}

/** Makes the changes one after the other and checks each text. */
function checkChain(chosen: number, changes: readonly Mutation[], change: Change): void {
  let text = textFor(chosen);
  let before: Checked | undefined;
  for (const [index, mutation] of changes.entries()) {
    text = change(text, mutation);
    before = telling(text, () => {
      const followed = check(text, before?.analysis);
      const anew = check(text);
      assert.ok(inWords(followed) === inWords(anew), 'followed, it is another text than anew');
      if (index === 0 && chosen % 4 === 0) checkAgain(anew);
      return followed;
    });
  }
}
