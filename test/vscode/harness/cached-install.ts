/**
 * Installs packages from the registry once into the cache folder and reuses them. An installation appears under its
 * name only when it is whole, so an interrupted run leaves nothing half done and two runs at once do not disturb each other.
 */

import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { runToEnd } from './child-process.js';
import { cache } from './places.js';

const TEN_MINUTES = 600_000;

/**
 * The folder that holds `node_modules` with the package, installed without running any install script.
 * `finish` completes the folder before it is taken into use.
 */
export async function cachedInstall(
  name: string,
  version: string,
  finish: (folder: string) => Promise<void> = async () => {},
): Promise<string> {
  const folder = path.join(cache, `${name.replace(/^@.*\//, '')}-${version}`);
  if (await exists(folder)) return folder;

  console.log(`Fetching ${name}@${version} into ${path.basename(cache)}/ (once)`);
  const unfinished = `${folder}.${process.pid}`;
  await fs.rm(unfinished, { recursive: true, force: true });
  await fs.mkdir(unfinished, { recursive: true });
  await fs.writeFile(path.join(unfinished, 'package.json'), '{ "private": true }\n');
  await npmInstall(unfinished, [`${name}@${version}`]);
  await finish(unfinished);
  try {
    await fs.rename(unfinished, folder);
  } catch (error) {
    // Another run was first: its installation is as good.
    await fs.rm(unfinished, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** Runs `npm install` in a folder, without install scripts, trying twice. */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const install = () =>
    runToEnd('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], {
      cwd: folder,
      timeout: TEN_MINUTES,
    });
  await install().catch(install);
}

/** Whether a file or folder is there. */
export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
