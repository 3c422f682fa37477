/**
 * What is tried at random is tried with the known seed, so that a change is blamed for what it did, and with a new one in
 * each run, which is printed. `SEED=7 npm test` tries that one alone.
 */
import { relative } from 'node:path';

/** The seed of every run. */
export const knownSeed = 2017;

/** What this run tries, each whole, so that two runs of one seed are the same. */
export const seeds: readonly number[] = chosenSeeds();

/** How many of `total` tries each seed has; for what takes too long to be tried in full with each. */
export function shareOf(total: number): number {
  return Math.ceil(total / 2);
}

/** A test for each seed. Where one fails, its message ends with the one command that repeats it. */
export function itAtRandom(title: string, body: (seed: number) => void | Promise<void>): void {
  for (const seed of seeds) {
    it(`${title} (seed ${seed})`, async function () {
      try {
        await body(seed);
      } catch (error) {
        const command = `SEED=${seed} npx mocha ${quoted(fileOf(this.test))} -f ${quoted(title)}`;
        throw withCommand(error, command);
      }
    });
  }
}

/** `error` with the command that repeats it below what it says. */
function withCommand(error: unknown, command: string): Error {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = new Error(`${message}\n\nTo repeat it: ${command}\n`);
  if (stack !== undefined) told.stack = `${told.message}\n${stack.replace(message, '')}`;
  return told;
}

function chosenSeeds(): readonly number[] {
  const given = process.env['SEED'];
  if (given !== undefined) return [Number(given)];
  const fresh = Math.floor(Math.random() * 1_000_000_000);
  console.log(`What is tried at random is tried with the seeds ${knownSeed} and ${fresh}.`);
  return [knownSeed, fresh];
}

function fileOf(test: { readonly file?: string | undefined } | undefined): string {
  return relative(process.cwd(), test?.file ?? '');
}

/** A word of a command for the shell, in quotes where it needs them. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
