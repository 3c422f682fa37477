/**
 * Shows the program at work on the samples, building it first where it is not up to date: what each file gives, one finding
 * of each of the three promises, and where to read on.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The three promises, by the rules that keep them. */
const promises = [
  ['A budget line is missing', 'missing-budget-line'],
  ['Nobody is accountable', 'unassigned-accountable-lead'],
  ['A deadline is past 2020', 'deadline-past-limit'],
];

buildIfStale();
const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'lint', 'samples', '--format', 'json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1e8,
  stdio: ['ignore', 'pipe', 'inherit'],
});
// Some samples have faults on purpose, so findings are no failure here.
process.exitCode = run.status === 1 ? 0 : (run.status ?? 3);
if (process.exitCode === 0) show(JSON.parse(run.stdout).files);

function show(files) {
  const width = Math.max(...files.map(({ path }) => path.length));
  console.log(`${'Plan'.padEnd(width)}  errors  warnings  remarks`);
  for (const { path, problems } of files) {
    const counts = ['error', 'warning', 'info'].map(
      each => problems.filter(({ severity }) => severity === each).length,
    );
    const [errors, warnings, remarks] = counts.map((count, index) => String(count || '–').padStart([6, 8, 7][index]));
    console.log(`${path.padEnd(width)}  ${errors}  ${warnings}  ${remarks}`);
  }
  for (const [promise, rule] of promises) {
    const file = files.find(({ problems }) => problems.some(problem => problem.rule === rule));
    const found = file?.problems.find(problem => problem.rule === rule);
    if (!file || !found) continue;
    const { line, column } = found.range.start;
    console.log(`\n${promise}:\n  ${file.path}:${line}:${column}: ${found.severity}: ${found.message}`);
  }
  console.log(`
Plans under samples/broken have faults on purpose; the others are good ones.
All findings with their lines:  node dist/cli.js lint samples
One of them:                    node dist/cli.js lint samples/broken/late-deadlines.plan.yaml
Why a rule asks for something:  node dist/cli.js explain deadline-past-limit
Read on in README.md and samples/README.md.`);
}
