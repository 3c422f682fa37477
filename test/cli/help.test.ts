/** `--help` and `--version` as a process. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../server/src/cli/command-table';
import { oneplan, root } from '../support/oneplan';

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
