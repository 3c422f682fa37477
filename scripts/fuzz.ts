/**
 * A long search for texts that break what One Plan promises: `npx tsx scripts/fuzz.ts <row> [seed] [count]`. The rows and
 * what they try are those of `test/robustness/rows.ts`; without one they are listed. Prints the text at fault, made as small
 * as it can be, and exits with status 1 when there is one.
 */
import { type Row, rows, usualSeed } from '../test/robustness/rows';
import { buildIfStale } from './build-if-stale.mjs';

buildIfStale();
const [name = '', seed, count] = process.argv.slice(2);
const row: Row | undefined = Object.entries(rows).find(([known]) => known === name)?.[1];
if (row) tryRow(row, Number(seed ?? usualSeed), Number(count ?? row.count));
else {
  for (const [known, { what, count }] of Object.entries(rows)) console.log(`${known}: ${what} (${count})`);
  process.exitCode = 2;
}

function tryRow({ run, what }: Row, seed: number, count: number): void {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1_000).toFixed(1);
  try {
    run(seed, count);
    console.log(`${name}: ${count} ${what}, seed ${seed}, all well (${seconds()} s)`);
  } catch (error) {
    console.log(`${name}: ${what}, seed ${seed}, at fault (${seconds()} s)`);
    console.log(error);
    process.exitCode = 1;
  }
}
