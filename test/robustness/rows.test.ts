/**
 * Every row of what is tried at random, at the number of each run of the tests. They take turns on the cores of the machine,
 * as processes of their own, which `scripts/fuzz.ts` is.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/oneplan';
import { type Row, rows, usualSeed } from './rows';

interface Outcome {
  readonly status: number | null;
  readonly told: string;
}

describe('texts made at random', function () {
  this.timeout(600_000);
  const seed = Number(process.env['SEED'] ?? usualSeed);
  const all: readonly (readonly [string, Row])[] = Object.entries(rows);
  const outcomes = new Map<string, Promise<Outcome>>();

  before(() => {
    const turns = Array.from({ length: Math.max(1, availableParallelism()) }, () =>
      Promise.resolve<unknown>(undefined),
    );
    for (const [index, [name, { count }]] of all.entries()) {
      const turn = index % turns.length;
      const outcome = (turns[turn] ?? Promise.resolve()).then(() => tryOut(name, seed, count));
      turns[turn] = outcome;
      outcomes.set(name, outcome);
    }
  });

  for (const [name, { what, count }] of all) {
    it(`keep the promises: ${count} ${what} (seed ${seed})`, async () => {
      const { status, told } = (await outcomes.get(name)) ?? assert.fail(name);
      assert.equal(status, 0, told);
    });
  }
});

function tryOut(name: string, seed: number, count: number): Promise<Outcome> {
  const script = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/fuzz.ts', name, String(seed), String(count)];
  return new Promise(resolve => {
    const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => (told += bytes));
    child.on('close', status => resolve({ status, told }));
  });
}
