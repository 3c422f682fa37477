/**
 * All tests, as many parts at a time as the machine has processors: `npm test`, with `--quick` what is worth a minute between two
 * edits, and with words the parts that have one of them in their names, as in `npm test -- laws syntax`. The output of each part is
 * printed whole when it ends, and the last line adds everything up: `N passed, N failed`. Exit status 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { type Counts, type Part, parts } from './test-parts';

interface Outcome extends Counts {
  readonly part: Part;
}

const root = dirname(__dirname);
/** Ends a part that hangs; how long a part may take is no test. In milliseconds. */
const hang = 3 * 60 * 60 * 1_000;

async function main(): Promise<void> {
  buildIfStale();
  const started = performance.now();
  const words = process.argv.slice(2).filter(word => !word.startsWith('--'));
  const wanted = parts()
    .filter(({ isQuick }) => isQuick || !process.argv.includes('--quick'))
    .filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));
  const outcomes = await runAll(wanted, Math.max(2, availableParallelism()));
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const broken = outcomes.filter(outcome => outcome.failed > 0).map(({ part }) => part.name);
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${seconds(started)} s\n${passed} passed, ${failed} failed`);
}

/** Runs all parts, `places` at a time; one that stands behind another in a row begins when that has ended. */
async function runAll(all: readonly Part[], places: number): Promise<readonly Outcome[]> {
  const waiting = [...all];
  const running = new Set<string>();
  const outcomes: Outcome[] = [];
  const takeTurns = async (): Promise<void> => {
    for (;;) {
      const next = waiting.findIndex(({ row }) => row === undefined || !running.has(row));
      const [part] = next < 0 ? [] : waiting.splice(next, 1);
      if (!part) return;
      if (part.row !== undefined) running.add(part.row);
      outcomes.push(await runPart(part));
      if (part.row !== undefined) running.delete(part.row);
    }
  };
  await Promise.all(Array.from({ length: places }, takeTurns));
  return outcomes;
}

function runPart(part: Part): Promise<Outcome> {
  const started = performance.now();
  return new Promise(resolve => {
    const child = spawn(process.execPath, part.run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: hang });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => pieces.push(bytes));
    child.on('close', status => {
      const output = Buffer.concat(pieces).toString();
      const counts = countsOf(part, output, status);
      const failed = counts.failed > 0 ? `, ${counts.failed} FAILED` : '';
      console.log(`\n== ${part.name}: ${counts.passed} passed${failed} (${seconds(started)} s)`);
      if (output.trim() !== '') console.log(output.trimEnd());
      resolve({ part, ...counts });
    });
  });
}

/** A part that broke off after tests that passed has failed too. */
function countsOf({ counts }: Part, output: string, status: number | null): Counts {
  const counted = counts?.(output);
  if (!counted) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return status !== 0 && counted.failed === 0 ? { passed: counted.passed, failed: 1 } : counted;
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}

main().catch(error => {
  console.error(error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
