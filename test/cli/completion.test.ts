/** `oneplan completion`: what the scripts for shells complete. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { oneplan, root } from '../support/oneplan';

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
