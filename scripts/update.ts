/** Writes anew what is compared with files: generated files, markers in fixtures, reports beside samples. `git diff` is the review. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';

const root = dirname(__dirname);
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...args], { cwd: root, stdio: 'inherit', env: { ...process.env, UPDATE: '1' } }).status;

const generated = run(join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/generate.ts');
buildIfStale();
const compared = run(join(root, 'node_modules/mocha/bin/mocha.js'), 'test/**/*.test.ts', '--ignore', 'test/vscode/**');
process.exitCode = generated === 0 && compared === 0 ? 0 : 1;
