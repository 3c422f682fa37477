/** The command line as a process: `dist/cli.js`, built anew where it is older than its sources. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';

/** The repository's folder. */
export const root = join(__dirname, '..', '..');

export const program = join(root, 'dist', 'cli.js');

export interface Outcome {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly told: string;
}

const folders: string[] = [];

before(() => {
  buildIfStale();
});

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs `oneplan` in `folder`. */
export function oneplan(folder: string, args: readonly string[], options: SpawnSyncOptions = {}): Outcome {
  return runNode(folder, [program, ...args], options);
}

/** Runs Node with any arguments, in an environment without colours. */
export function runNode(folder: string, args: readonly string[], options: SpawnSyncOptions = {}): Outcome {
  const { NO_COLOR: _no, FORCE_COLOR: _force, NODE_OPTIONS: _options, ...environment } = process.env;
  const run = spawnSync(process.execPath, [...args], {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
    ...options,
    env: { ...environment, ...options.env },
  });
  return { status: run.status, signal: run.signal, out: String(run.stdout), told: String(run.stderr) };
}

/** A fresh folder with `files` by path; removed after the tests. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'oneplan-cli-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
