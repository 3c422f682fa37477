/**
 * Every row of what is tried at random, at the number of each run of the tests, with the known seed and a new one. They take
 * turns on the cores of the machine, as processes of their own, which `scripts/fuzz.ts` is.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { seeds } from '../support/seed';
import { type Outcome, type Roll, runAll } from './rolls';
import { rows } from './rows';

describe('texts made at random', () => {
  const rolls = Object.entries(rows).flatMap(([name, { count, isFixed }]) =>
    (isFixed ? seeds.slice(0, 1) : seeds).map((seed): Roll => ({ name, seed, count })),
  );
  let outcomes: ReadonlyMap<Roll, Promise<Outcome>> = new Map();
  before(() => {
    outcomes = runAll(rolls, availableParallelism());
  });

  for (const roll of rolls) {
    it(`keep the promises: ${roll.count} ${rows[roll.name]?.what} (seed ${roll.seed})`, async () => {
      const { status, told } = (await outcomes.get(roll)) ?? assert.fail(roll.name);
      assert.equal(status, 0, told);
    });
  }
});
