/**
 * A fast start for a bundled program: a small script that runs the bundle from compiled code, made here once by the same
 * Node. Another Node, or a bundle that has changed, finds no such code and compiles as usual; nothing else differs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const sample = join(dirname(dirname(here)), 'samples', 'north-yorkshire.plan.yaml');

/** What each program does while it is watched, so that only what it uses is compiled: its arguments and its input. */
const tasks = {
  cli: { args: ['lint', sample, '--output', process.platform === 'win32' ? 'NUL' : '/dev/null'], input: () => [] },
  server: { args: ['--stdio'], input: editing },
};

/** Turns `<name>.main.js` in `folder` into `<name>.js`, which runs it from compiled code; the files carry its hash. */
export async function writeFastStart(folder, name) {
  const built = join(folder, `${name}.main.js`);
  if (!existsSync(built)) return;
  const hash = createHash('sha256').update(readFileSync(built)).digest('hex').slice(0, 16);
  const main = join(folder, `${name}.${hash}.js`);
  renameSync(built, main);
  await compileAhead(name, main, join(folder, codeFile(name, hash)));
  const starting = join(folder, `${name}.js.new`);
  writeFileSync(starting, starter(name, hash), { mode: 0o755 });
  renameSync(starting, join(folder, `${name}.js`));
  for (const old of readdirSync(folder)) {
    if (new RegExp(`^${name}\\.[0-9a-f]{16}\\.`).test(old) && !old.includes(hash)) rmSync(join(folder, old));
  }
}

/** Runs the program in a process of its own, and keeps what was compiled there. */
async function compileAhead(name, main, code) {
  const { args, input } = tasks[name];
  const child = spawn(process.execPath, [here, main, code, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => child.once('close', resolve));
  const answers = child.stdout[Symbol.asyncIterator]();
  let heard = '';
  for (const { message, until } of input()) {
    child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    while (until && !heard.includes(until)) {
      const { value, done } = await answers.next();
      if (done) throw new Error(`The code of ${name} could not be compiled ahead: it ended before ${until}`);
      heard += value;
    }
  }
  child.stdin.end();
  child.stdout.resume();
  const status = await ended;
  if (status !== 0) throw new Error(`The code of ${name} could not be compiled ahead: it ended with ${status}`);
}

/** What an editor asks of the server when a plan is opened and changed; each message with the answer that is waited for. */
function editing() {
  const uri = 'file:///compiled-ahead.plan.yaml';
  const text = readFileSync(sample, 'utf8');
  const textDocument = { uri };
  const position = { line: text.split('\n').findIndex(line => line.includes('lead:')), character: 8 };
  const start = { line: 0, character: 0 };
  const contentChanges = [{ range: { start, end: start }, text: '# ' }];
  const first = { processId: null, rootUri: null, capabilities: {} };
  return [
    { ...message('initialize', first, 1), until: '"id":1' },
    message('initialized', {}),
    {
      ...message('textDocument/didOpen', { textDocument: { uri, languageId: 'oneplan', version: 1, text } }),
      until: 'publishDiagnostics',
    },
    { ...message('textDocument/hover', { textDocument, position }, 2), until: '"id":2' },
    { ...message('textDocument/completion', { textDocument, position }, 3), until: '"id":3' },
    { ...message('textDocument/documentSymbol', { textDocument }, 4), until: '"id":4' },
    {
      ...message('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges }),
      until: '"version":2',
    },
    { ...message('shutdown', undefined, 5), until: '"id":5' },
    message('exit'),
  ];
}

function message(method, params, id) {
  return { message: JSON.stringify({ jsonrpc: '2.0', id, method, params }) };
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

/** Runs the program as its starter would, and writes what was compiled until its end. */
async function compile(main, code, ...args) {
  const { Script } = await import('node:vm');
  const { createRequire } = await import('node:module');
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(main, 'utf8')}\n})`;
  const script = new Script(source, { filename: main });
  process.argv = [process.execPath, main, ...args];
  process.once('exit', () => {
    process.exitCode = 0;
    writeFileSync(code, script.createCachedData());
  });
  script.runInThisContext()({}, createRequire(main), { exports: {} }, main, dirname(main));
}

if (process.argv[1] === here) await compile(...process.argv.slice(2));
