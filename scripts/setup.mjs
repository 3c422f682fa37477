/**
 * Makes a fresh clone ready: installs the exact packages of package-lock.json when they are not there, or no longer those.
 * Plain JavaScript, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!isInstalled()) install();

function isInstalled() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  // Without a stamp somebody ran npm themselves, and npm has seen to it.
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') === lock;
}

function install() {
  console.error('Installing the packages of package-lock.json …');
  const shell = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 'inherit'], shell });
  if (status !== 0) {
    console.error('The packages could not be installed. Check the network connection, then try again.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
