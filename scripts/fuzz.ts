/**
 * A long search for texts that break what One Plan promises. The rows and what they try are those of
 * `test/robustness/rows.ts`; without one they are listed.
 *
 * `npx tsx scripts/fuzz.ts <row> [seed] [count]` tries one row with one seed, a new one where none is given. Prints the text
 * at fault, made as small as it can be, and the command that repeats it; exits with status 1 when there is one.
 * `npx tsx scripts/fuzz.ts <row>... --seeds 50 [--jobs 2] [--count 20000] [--from 7]` tries rows with many seeds, each as a
 * process of its own; `--from` says which seeds. Ends with what was tried of each row.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { seeded } from '../test/core/syntax/random-edit';
import { commandOf, type Roll, runAll } from '../test/robustness/rolls';
import { rows } from '../test/robustness/rows';
import { buildIfStale } from './build-if-stale.mjs';

const largestSeed = 1_000_000_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      count: { type: 'string' },
      from: { type: 'string', default: String(Math.floor(Math.random() * largestSeed)) },
    },
  });
  const rollOf = (name: string, seed: number, count = values.count): Roll => {
    return { name, seed, count: Number(count ?? rows[name]?.count) };
  };
  const [name = '', seed = values.from, count] = positionals;
  const named = values.seeds === undefined ? [name] : positionals;
  if (named.length === 0 || named.some(each => !rows[each])) return list();
  buildIfStale();
  if (values.seeds === undefined) return tryRow(rollOf(name, Number(seed), count));
  const random = seeded(Number(values.from));
  const seeds = Array.from({ length: Number(values.seeds) }, () => random(largestSeed));
  const rolls = seeds.flatMap(each => named.map(row => rollOf(row, each)));
  await tryAll(rolls, Number(values.jobs));
}

function list(): void {
  for (const [name, { what, count }] of Object.entries(rows)) console.log(`${name}: ${what} (${count})`);
  process.exitCode = 2;
}

function tryRow(roll: Roll): void {
  const { name, seed, count } = roll;
  const { run, what = '' } = rows[name] ?? {};
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1_000).toFixed(1);
  try {
    run?.(seed, count);
    console.log(`${name}: ${count} ${what}, seed ${seed}, all well (${seconds()} s)`);
  } catch (error) {
    console.log(`${name}: ${what}, seed ${seed}, at fault (${seconds()} s)`);
    console.log(error);
    console.log(`To repeat it: ${commandOf(roll)}`);
    console.log('The text at fault belongs in test/robustness/found-before.test.ts, with a name.');
    process.exitCode = 1;
  }
}

/** Runs all, prints each as it ends, and at the end what was tried of each row and what was at fault. */
async function tryAll(rolls: readonly Roll[], jobs: number): Promise<void> {
  const atFault: Roll[] = [];
  for (const [roll, outcome] of runAll(rolls, jobs)) {
    const { status, told } = await outcome;
    process.stdout.write(told);
    if (status !== 0) atFault.push(roll);
  }
  for (const name of new Set(rolls.map(roll => roll.name))) {
    const all = rolls.filter(roll => roll.name === name);
    const well = all.filter(roll => !atFault.includes(roll));
    const tried = well.reduce((sum, { count }) => sum + count, 0);
    console.log(
      `${name}: ${tried} tried with ${well.length} seeds, all well; ${all.length - well.length} seeds at fault`,
    );
  }
  for (const roll of atFault) console.log(`To repeat: ${commandOf(roll)}`);
  if (atFault.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
