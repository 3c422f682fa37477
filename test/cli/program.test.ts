/** What the program must never do, whatever the command: make code, open connections, start others, depend on how it was compiled. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, oneplan, program, root, runNode } from '../support/oneplan';

const late = readFileSync(join(root, 'samples/broken/late-deadlines.plan.yaml'), 'utf8');

describe('the program', () => {
  const plans = () => folderWith({ 'a.plan.yaml': late, 'oneplan.config.yaml': 'ignore: [x/]\n' });
  it('makes no code while it runs', () => {
    const folder = plans();
    const { status, out } = runNode(folder, [
      '--disallow-code-generation-from-strings',
      program,
      'lint',
      '--format',
      'sarif',
    ]);
    assert.equal(JSON.parse(out).version, '2.1.0');
    assert.equal(status, 1);
  });
  it('opens no connection, starts no process and writes no file when it only checks', () => {
    const guard = join(folderWith({ 'guard.cjs': GUARD }), 'guard.cjs');
    // The first check keeps the program's own compiled code beside it.
    oneplan(plans(), ['lint', '.']);
    for (const args of [
      ['lint'],
      ['lint', '--diff'],
      ['lint', '*.plan.yaml', '--format', 'junit'],
      ['rules'],
      ['explain', 'bad-money'],
    ]) {
      const { told } = runNode(plans(), ['--require', guard, program, ...args]);
      assert.equal(told, args.includes('--diff') ? 'Nothing can be put right without your judgement.\n' : '');
    }
    assert.match(
      runNode(plans(), ['--require', guard, program, 'lint', '--output', 'x.txt']).told,
      /guard: writeFileSync/,
      'the guard must be able to speak',
    );
  });
  it('knows no prototype that a plan could change', () => {
    const folder = folderWith({ 'a.plan.yaml': `${late}\n__proto__: {a: 1}\nconstructor: {prototype: {a: 1}}\n` });
    const { status, out } = runNode(folder, [
      '--disable-proto=throw',
      '--frozen-intrinsics',
      '--no-warnings',
      program,
      'lint',
    ]);
    assert.match(out, /"__proto__".*\[unknown-key\]/);
    assert.equal(status, 1);
  });
  it('starts the same without compiled code', () => {
    const folder = plans();
    const fast = oneplan(folder, ['lint']);
    const bundle = readFileSync(program, 'utf8').match(/cli\.[0-9a-f]{16}\.js/)?.[0] ?? '';
    assert.equal(runNode(folder, [join(root, 'dist', bundle), 'lint']).out, fast.out);
  });
  it('starts the same beside code that another Node compiled', () => {
    const folder = plans();
    const other = folderWith({});
    cpSync(join(root, 'dist'), other, { recursive: true });
    const [code = assert.fail()] = readdirSync(other).filter(file => /^cli\..*\.code$/.test(file));
    const compiled = readFileSync(join(other, code));
    // The second word of the file tells which V8 it is of.
    compiled.writeUInt32LE(compiled.readUInt32LE(4) ^ 1, 4);
    writeFileSync(join(other, code), compiled);
    assert.deepEqual(runNode(folder, [join(other, 'cli.js'), 'lint']), oneplan(folder, ['lint']));
  });
});

/** Tells on standard error of everything that a check must not do. */
const GUARD = `
const fs = require('fs');
const tell = name => process.stderr.write('guard: ' + name + '\\n');
for (const name of ['writeFileSync', 'writeFile', 'mkdirSync', 'renameSync', 'rmSync', 'unlinkSync', 'appendFileSync']) {
  const real = fs[name];
  fs[name] = (...args) => { tell(name); return real(...args); };
}
const bans = { net: ['connect', 'createConnection', 'createServer'], dns: ['lookup', 'resolve'], child_process: ['spawn', 'spawnSync', 'exec', 'execFile', 'execFileSync', 'fork'], http: ['request', 'get'], https: ['request', 'get'] };
for (const [module, names] of Object.entries(bans)) {
  const real = require(module);
  for (const name of names) real[name] = () => { tell(module + '.' + name); throw new Error('not allowed'); };
}
globalThis.fetch = () => { tell('fetch'); throw new Error('not allowed'); };
`;
