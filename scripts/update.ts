/** Writes anew what is compared with files: generated files, markers in fixtures, reports beside samples. `git diff` is the review. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';

const root = dirname(__dirname);
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...args], { cwd: root, stdio: 'inherit', env: { ...process.env, UPDATE: '1' } }).status;

const generated = run(join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/generate.ts');
buildIfStale();
/** The suites that compare with files. */
const comparing = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map(name => join('test', name))
  .filter(
    path => path.endsWith('.test.ts') && readFileSync(join(root, path), 'utf8').includes("process.env['UPDATE']"),
  );
const compared = run(join(root, 'node_modules/mocha/bin/mocha.js'), ...comparing);
process.exitCode = generated === 0 && compared === 0 ? 0 : 1;
