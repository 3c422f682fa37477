/**
 * A fast start for a bundled program: a small script that runs the bundle from compiled code, made here once by the same
 * Node. Another Node, or a bundle that has changed, finds no such code and compiles as usual; nothing else differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** Turns `<name>.main.js` in `folder` into `<name>.js`, which runs it from compiled code; the files carry its hash. */
export async function writeFastStart(folder, name) {
  const built = join(folder, `${name}.main.js`);
  const hash = createHash('sha256').update(readFileSync(built)).digest('hex').slice(0, 16);
  const main = join(folder, `${name}.${hash}.js`);
  renameSync(built, main);
  const sample = join(dirname(dirname(here)), 'samples', 'north-yorkshire.plan.yaml');
  const code = join(folder, codeFile(name, hash));
  // In a process of its own, so that only what the program uses is compiled.
  const { status, stderr } = spawnSync(process.execPath, [here, main, code, sample], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The code of ${name} could not be compiled ahead: ${stderr}`);
  const starting = join(folder, `${name}.js.new`);
  writeFileSync(starting, starter(name, hash), { mode: 0o755 });
  renameSync(starting, join(folder, `${name}.js`));
  for (const old of readdirSync(folder)) {
    if (new RegExp(`^${name}\\.[0-9a-f]{16}\\.`).test(old) && !old.includes(hash)) rmSync(join(folder, old));
  }
}

function codeFile(name, hash) {
  return `${name}.${hash}.${process.versions.v8}.${process.arch}.code`;
}

/** Bundle and compiled code are named by the bundle's hash, so that one never runs with the code of another. */
function starter(name, hash) {
  return `#!/usr/bin/env node
'use strict';
const { readFileSync } = require('fs');
const { Script } = require('vm');
const main = __dirname + '/${name}.${hash}.js';
let cachedData;
try {
  cachedData = readFileSync(__dirname + '/${name}.${hash}.' + process.versions.v8 + '.' + process.arch + '.code');
} catch {}
const source = '(function (exports, require, module, __filename, __dirname) {' + readFileSync(main, 'utf8') + '\\n})';
const script = new Script(source, { filename: main, cachedData });
script.runInThisContext()(exports, require, module, main, __dirname);
`;
}

/** Runs the program on a sample, and keeps what was compiled until then. */
async function compile(main, code, sample) {
  const { Script } = await import('node:vm');
  const { createRequire } = await import('node:module');
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(main, 'utf8')}\n})`;
  const script = new Script(source, { filename: main });
  process.argv = [
    process.execPath,
    main,
    'lint',
    sample,
    '--output',
    process.platform === 'win32' ? 'NUL' : '/dev/null',
  ];
  process.once('beforeExit', () => {
    process.exitCode = 0;
    writeFileSync(code, script.createCachedData());
  });
  script.runInThisContext()({}, createRequire(main), { exports: {} }, main, dirname(main));
}

if (process.argv[1] === here) await compile(process.argv[2], process.argv[3], process.argv[4]);
