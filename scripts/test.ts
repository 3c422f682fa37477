/**
 * All tests, one after the other: format and lint, types, code that nothing uses, generated files, the suites, the grammar, and a real VS Code, on
 * its own and in a browser. Goes on after a failure, and ends with one line that adds everything up: `N passed, N failed`.
 * Exit status 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Part {
  readonly name: string;
  /** A file that Node runs, with its arguments. */
  readonly run: readonly string[];
  /** What its output says; a part that does not count passes or fails as one. */
  readonly counts?: (output: string) => Counts | undefined;
}

const root = dirname(__dirname);
const bin = (path: string) => join(root, 'node_modules', path);
const tsx = bin('tsx/dist/cli.mjs');
const grammar = ['-g', 'client/syntaxes/oneplan.tmLanguage.json', 'test/grammar/*.yaml'];

const parts: readonly Part[] = [
  { name: 'format and lint', run: [bin('@biomejs/biome/bin/biome'), 'check'] },
  { name: 'types', run: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'types of the core', run: [bin('typescript/bin/tsc'), '-p', 'server/src/core'] },
  { name: 'nothing unused', run: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'generated files', run: [tsx, 'scripts/generate.ts', '--check'] },
  {
    name: 'suites',
    run: [bin('mocha/bin/mocha.js'), 'test/**/*.test.ts', '--ignore', 'test/vscode/**'],
    counts: mochaCounts,
  },
  { name: 'grammar', run: [bin('vscode-tmgrammar-test/dist/unit.js'), ...grammar] },
  { name: 'VS Code', run: [tsx, 'test/vscode/run.ts'], counts: editorCounts },
  { name: 'browser', run: [tsx, 'test/browser/run.ts'], counts: editorCounts },
];

async function main(): Promise<void> {
  buildIfStale();
  let passed = 0;
  let failed = 0;
  for (const part of parts) {
    console.log(`\n== ${part.name}`);
    const counts = await runPart(part);
    passed += counts.passed;
    failed += counts.failed;
  }
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

function runPart({ run, counts }: Part): Promise<Counts> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
        process.stdout.write(bytes);
      });
    }
    child.on('close', status => {
      const whole = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
      const counted = counts?.(output);
      if (!counted) return resolve(whole);
      // A part that broke off after tests that passed has failed too.
      resolve(status !== 0 && counted.failed === 0 ? { passed: counted.passed, failed: 1 } : counted);
    });
  });
}

/** A test that was left out counts as failed: none may be. */
function mochaCounts(output: string): Counts | undefined {
  const passing = /^ *(\d+) passing/m.exec(output);
  if (!passing) return undefined;
  const failing = /^ *(\d+) failing/m.exec(output);
  const pending = /^ *(\d+) pending/m.exec(output);
  return { passed: Number(passing[1]), failed: Number(failing?.[1] ?? 0) + Number(pending?.[1] ?? 0) };
}

function editorCounts(output: string): Counts | undefined {
  const counts = /^(?:vscode|browser): (\d+) passed, (\d+) failed/m.exec(output);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : undefined;
}

main().catch(error => {
  console.error(error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
