/**
 * Loaded before a program: notes every file that it opens, forbids connections and other programs, and looks at the end
 * whether the prototypes that a hostile key could change are as they were. What was opened and what was forbidden goes, a line each, to the file that `GUARD_NOTES` names.
 */
const fs = require('node:fs');
const promises = require('node:fs/promises');

const { appendFileSync } = fs;
let isNoting = false;

function note(what) {
  if (isNoting) return;
  isNoting = true;
  appendFileSync(process.env.GUARD_NOTES, `${what}\n`);
  isNoting = false;
}

for (const module of [fs, promises]) {
  for (const name of ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'copyFile', 'copyFileSync']) {
    const real = module[name];
    if (typeof real !== 'function') continue;
    module[name] = (path, ...rest) => {
      if (typeof path === 'string' || path instanceof URL) note(`opened ${path}`);
      return real(path, ...rest);
    };
  }
}

const forbidden = {
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:dgram': ['createSocket'],
  'node:tls': ['connect'],
  'node:dns': ['lookup', 'resolve', 'resolve4'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get'],
  'node:http2': ['connect'],
  'node:child_process': ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};
for (const [name, functions] of Object.entries(forbidden)) {
  const module = require(name);
  for (const each of functions) {
    module[each] = () => {
      note(`forbidden ${name} ${each}`);
      throw new Error('not allowed');
    };
  }
}
globalThis.fetch = () => {
  note('forbidden fetch');
  throw new Error('not allowed');
};

const prototypes = [Object.prototype, Array.prototype, Function.prototype];
const stateOf = () => prototypes.map(each => Reflect.ownKeys(each).map(String).join()).join(';');
const before = stateOf();
process.on('exit', () => {
  if (stateOf() !== before) note('forbidden change of a prototype');
});
