/**
 * A fast start for a bundled program: a small script that runs the bundle from compiled code, which it keeps beside the bundle
 * when the program has done its main task for the first time. Where the folder cannot be written, or under another Node, it
 * compiles as usual; nothing else differs.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** After which runs the code is kept, so that it is that of the main task: a script's expression. */
const tasks = {
  cli: `process.argv[2] === 'lint' && process.argv.length > 3 && (!process.exitCode || process.exitCode === 1)`,
  server: `process.argv.includes('--stdio')`,
};

/** Turns `<name>.main.js` in `folder` into `<name>.js`, which runs it from compiled code; the bundle carries its hash. */
export function writeFastStart(folder, name) {
  const built = join(folder, `${name}.main.js`);
  if (!existsSync(built)) return;
  const hash = createHash('sha256').update(readFileSync(built)).digest('hex').slice(0, 16);
  renameSync(built, join(folder, `${name}.${hash}.js`));
  const starting = join(folder, `${name}.js.new`);
  writeFileSync(starting, starter(name, hash), { mode: 0o755 });
  renameSync(starting, join(folder, `${name}.js`));
  for (const old of readdirSync(folder)) {
    if (new RegExp(`^${name}\\.[0-9a-f]{16}\\.`).test(old) && !old.includes(hash)) rmSync(join(folder, old));
  }
}

/**
 * Bundle and compiled code are named by the bundle's hash, so that one never runs with the code of another. The code comes to
 * its place by a rename, so that no other process reads half of it.
 */
function starter(name, hash) {
  return `#!/usr/bin/env node
'use strict';
const { readFileSync, renameSync, writeFileSync } = require('fs');
const { Script } = require('vm');
const main = __dirname + '/${name}.${hash}.js';
const code = __dirname + '/${name}.${hash}.' + process.versions.v8 + '.' + process.arch + '.code';
let cachedData;
try {
  cachedData = readFileSync(code);
} catch {}
const source = '(function (exports, require, module, __filename, __dirname) {' + readFileSync(main, 'utf8') + '\\n})';
const script = new Script(source, { filename: main, cachedData });
if (!cachedData || script.cachedDataRejected) {
  process.once('exit', () => {
    if (!(${tasks[name]})) return;
    try {
      const written = code + '.' + process.pid;
      writeFileSync(written, script.createCachedData());
      renameSync(written, code);
    } catch {}
  });
}
script.runInThisContext()(exports, require, module, main, __dirname);
`;
}
