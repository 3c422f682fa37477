/** What is tried at random is tried with a new seed in every run, and what fails says how to repeat it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith, type Outcome, root, runNode } from '../support/oneplan';
import { knownSeed } from '../support/seed';

const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

/** A suite with one test, which fails with any seed but the known one. */
const suite = `import { itAtRandom, knownSeed } from ${JSON.stringify(join(root, 'test/support/seed'))};
describe('dice', () => {
  itAtRandom("the plan's name (and no other)", seed => {
    if (seed !== knownSeed) throw new Error(\`rolled \${seed}\`);
  });
});
`;

describe('a test at random', () => {
  it('rolls the known seed and a new one, and its failure prints the command that repeats it', () => {
    const file = join(folderWith({ 'dice.test.ts': suite }), 'dice.test.ts');
    const seeds = [run(file), run(file)].map(({ status, out }) => {
      assert.equal(status, 1);
      assert.match(out, new RegExp(`\\(seed ${knownSeed}\\)|1 passing`));
      const [, command = '', seed] = /^\s*To repeat it: (SEED=(\d+) npx mocha .*)$/m.exec(out) ?? assert.fail(out);
      const again = inShell(command);
      assert.match(again.out, new RegExp(`0 passing[^]*1 failing[^]*rolled ${seed}`));
      return seed;
    });
    assert.notEqual(seeds[0], seeds[1]);
  });

  it('is repeated by the script, one row with one seed', () => {
    const fuzz = [tsx, 'scripts/fuzz.ts', 'references', '--seeds', '2', '--count', '1', '--jobs', '2'];
    // The row makes a pipe with a program that is not found.
    const { status, out } = runNode(root, fuzz, { env: { PATH: '/nowhere' } });
    assert.equal(status, 1);
    assert.match(out, /^references: 0 tried with 0 seeds, all well; 2 seeds at fault$/m);
    const [command = ''] = /npx tsx scripts\/fuzz.ts references \d+ 1$/m.exec(out) ?? assert.fail(out);
    const again = inShell(command);
    assert.match(again.out, /all well/);
    assert.equal(again.status, 0, again.told);
  });
});

function run(file: string): Outcome {
  return runNode(root, [mocha, file], { env: { SEED: undefined } });
}

function inShell(command: string): Outcome {
  const { status, signal, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
  return { status, signal, out: stdout, told: stderr };
}
