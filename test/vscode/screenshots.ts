/**
 * Takes the pictures of the walkthrough and the read-me file anew, from the tests that see to it that they show what they
 * are to show: `npm run screenshots`. Exit status 1, and nothing replaced, when one of these tests fails.
 */

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { results, root } from './harness/places.js';

/** Each picture by its name, and where it is shown. */
const shown: Readonly<Record<string, readonly string[]>> = {
  finding: ['docs/images'],
  completion: ['docs/images'],
  'to-be-agreed': ['docs/images'],
  hover: ['docs/images'],
  'light-bulb': ['docs/images'],
  'missing-line': ['docs/images'],
  fix: ['docs/images'],
  hints: ['docs/images'],
  lenses: ['docs/images'],
  references: ['docs/images'],
  rename: ['docs/images'],
  'golden-thread': ['docs/images'],
  merge: ['docs/images'],
  status: ['docs/images'],
  'new-plan': ['client/walkthrough'],
  outline: ['docs/images'],
  problems: ['client/walkthrough'],
  settings: ['client/walkthrough'],
  'rule-page': ['client/walkthrough'],
};

const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
const run = spawnSync(process.execPath, [tsx, 'test/vscode/run.ts', '--grep', '^pictures'], {
  cwd: root,
  stdio: 'inherit',
});
if (run.status === 0) for (const [name, folders] of Object.entries(shown)) putInto(name, folders);
process.exitCode = run.status === 0 ? 0 : 1;

function putInto(name: string, folders: readonly string[]): void {
  for (const folder of folders) {
    fs.mkdirSync(path.join(root, folder), { recursive: true });
    const picture = path.join(results, 'screenshots', `picture-${name}.png`);
    fs.copyFileSync(picture, path.join(root, folder, `${name}.png`));
  }
}
