/** Rows of what is tried at random, each with a seed, as processes of their own: `scripts/fuzz.ts` with one row. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

const root = dirname(dirname(__dirname));

/** A row with the seed and the number of what is tried. */
export interface Roll {
  readonly name: string;
  readonly seed: number;
  readonly count: number;
}

export interface Outcome {
  readonly status: number | null;
  /** What the process wrote. */
  readonly told: string;
}

/** The one command that repeats `roll`. */
export function commandOf({ name, seed, count }: Roll): string {
  return `npx tsx scripts/fuzz.ts ${name} ${seed} ${count}`;
}

/** Runs all, `jobs` at once, in their order; the outcome of each. */
export function runAll(rolls: readonly Roll[], jobs: number): ReadonlyMap<Roll, Promise<Outcome>> {
  const left = [...rolls];
  const settle = new Map<Roll, (outcome: Outcome) => void>();
  const outcomes = new Map(rolls.map(roll => [roll, new Promise<Outcome>(resolve => settle.set(roll, resolve))]));
  const next = async (): Promise<void> => {
    const roll = left.shift();
    if (!roll) return;
    settle.get(roll)?.(await run(roll));
    return next();
  };
  for (let job = 0; job < jobs; job++) void next();
  return outcomes;
}

function run({ name, seed, count }: Roll): Promise<Outcome> {
  const script = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/fuzz.ts', name, String(seed), String(count)];
  return new Promise(resolve => {
    const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => (told += bytes));
    child.on('close', status => resolve({ status, told }));
  });
}
