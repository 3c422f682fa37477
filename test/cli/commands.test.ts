/** The other commands, help and completion as a process, and what the program must never do. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../server/src/cli/command-table';
import { pageOf, ruleIds, rulePages } from '../../server/src/core/index';
import { folderWith, oneplan, program, root, runNode } from '../support/oneplan';

const late = readFileSync(join(root, 'samples/broken/late-deadlines.plan.yaml'), 'utf8');

describe('oneplan explain', () => {
  it('prints the page of every rule, the same as in the rule reference', () => {
    for (const id of ruleIds()) {
      const { status, out } = oneplan(root, ['explain', id]);
      assert.equal(status, 0);
      assert.ok(out.startsWith(`# ${id}\n`));
      assert.ok(out.includes(`Source: ${pageOf(id)?.source}`));
      assert.equal(out, readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8'));
    }
  });
  it('gives the page to programs', () => {
    const { out } = oneplan(root, ['explain', 'deadline-past-limit', '--format', 'json']);
    const page = JSON.parse(out);
    assert.deepEqual(page.severity, { writing: 'warning', agreed: 'error' });
    assert.ok(page.why && page.source && page.examples.bad);
  });
  it('suggests the rule that was meant', () => {
    const { status, told } = oneplan(root, ['explain', 'deadline-past-limits']);
    assert.equal(told, 'oneplan: There is no rule "deadline-past-limits". Write "deadline-past-limit".\n');
    assert.equal(status, 2);
  });
});

describe('oneplan rules', () => {
  it('lists every rule', () => {
    const listed = oneplan(root, ['rules']).out.trimEnd().split('\n').slice(1);
    assert.deepEqual(
      listed.map(line => line.split(' ')[0]),
      [...ruleIds()],
    );
    const data: { id: string }[] = JSON.parse(oneplan(root, ['rules', '--format', 'json']).out);
    assert.deepEqual(
      data.map(({ id }) => id),
      rulePages().map(({ id }) => id),
    );
  });
});

describe('oneplan --help', () => {
  for (const command of ['lint', 'explain', 'rules', 'lsp', 'completion']) {
    it(`of ${command} has examples`, () => {
      const { status, out, told } = oneplan(root, [command, '--help']);
      assert.match(out, new RegExp(`^Usage: oneplan ${command}`));
      assert.match(out, new RegExp(`Examples:\\n {2}.*oneplan ${command}`));
      assert.equal(told, '');
      assert.equal(status, 0);
    });
  }
  it('is shown by -h, help and help with a command too', () => {
    const whole = oneplan(root, ['--help']);
    for (const args of [['-h'], ['help']]) assert.deepEqual(oneplan(root, args), whole);
    const help = oneplan(root, ['lint', '--help']);
    for (const args of [
      ['lint', '-h'],
      ['help', 'lint'],
      ['--help', 'lint'],
      ['lint', 'a.plan.yaml', '--formt', '--help'],
    ])
      assert.deepEqual(oneplan(root, args), help);
    assert.equal(
      oneplan(root, ['help', 'lnt']).told,
      'oneplan: There is no command "lnt". Write "lint". See "oneplan --help".\n',
    );
  });
  it('is no wider than a page, and lists every option of the command', () => {
    for (const { name, options } of commands) {
      const { out } = oneplan(root, [name, '--help']);
      const [before = ''] = out.split('Examples:');
      assert.ok(
        before.split('\n').every(line => line.length <= 100),
        name,
      );
      for (const option of Object.keys(options)) assert.match(before, new RegExp(`^  --${option}( <|  )`, 'm'), name);
    }
  });
  it('lists the commands, and --version is that of the package', () => {
    assert.match(oneplan(root, ['--help']).out, /^ {2}lint .*Check plans\.$/m);
    assert.equal(
      oneplan(root, ['--version']).out,
      `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`,
    );
    for (const args of [['-v'], ['lint', '--version']])
      assert.deepEqual(oneplan(root, args), oneplan(root, ['--version']));
  });
});

describe('oneplan completion', () => {
  const complete = (line: readonly string[]) => {
    const words = line.map(word => `'${word}'`).join(' ');
    const script = `${oneplan(root, ['completion', 'bash']).out}\nCOMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _oneplan; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = spawnSync('bash', ['-c', script], { cwd: root });
    assert.equal(String(run.stderr), '');
    return String(run.stdout).trim().split('\n');
  };
  it('completes commands, options, values and rules in bash', () => {
    assert.deepEqual(complete(['oneplan', 'l']), ['lint', 'lsp']);
    assert.deepEqual(complete(['oneplan', 'lint', '--ma']), ['--max-warnings']);
    assert.deepEqual(complete(['oneplan', 'lint', '--format', 'j']), ['json', 'junit']);
    assert.deepEqual(complete(['oneplan', 'explain', 'deadline-p']), ['deadline-past-limit']);
    assert.ok(complete(['oneplan', 'lint', 'samp']).includes('samples'));
  });
  it('has a script for zsh and fish with every command and option', () => {
    for (const shell of ['zsh', 'fish']) {
      const { out } = oneplan(root, ['completion', shell]);
      for (const word of [
        'lint',
        'explain',
        'rules',
        'lsp',
        'completion',
        'max-warnings',
        'stdin-filename',
        'deadline-past-limit',
        'gitlab',
      ]) {
        assert.ok(out.includes(word), `${shell}: ${word}`);
      }
    }
  });
});

describe('oneplan lsp', () => {
  it('is the language server on standard input and output', done => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    child.stdout.on('data', bytes => {
      answer += bytes;
      if (answer.includes('"capabilities"')) child.kill();
    });
    child.on('close', () => {
      assert.match(answer, /^Content-Length: \d+\r\n/);
      done();
    });
  });
});

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
