/** Builds `dist/` when a source is newer than what was built from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [
  'server/src',
  'client/src',
  'schemas',
  'package.json',
  'esbuild.mjs',
  'scripts/code-cache.mjs',
  'scripts/notices.mjs',
];
const built = ['cli.js', 'server.js', 'server.browser.js', 'extension.js', 'extension.browser.js'];

/** Builds if needed. @throws Error when the build fails; esbuild has then said why. */
export function buildIfStale() {
  if (!isStale()) return;
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The build failed.');
}

function isStale() {
  const oldest = Math.min(...built.map(name => modified(join(root, 'dist', name))));
  return sources.some(source => newest(join(root, source)) > oldest);
}

function newest(path) {
  if (!statSync(path).isDirectory()) return modified(path);
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))));
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
