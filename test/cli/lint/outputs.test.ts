/** Where `oneplan lint` writes reports: never over a plan, and in one line what is wrong where they cannot be written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken } from '../../support/lint-plans';
import { folderWith, oneplan, program } from '../../support/oneplan';

const config = 'rules: {}\n';

describe('the output of oneplan lint', () => {
  for (const [what, output] of [
    ['a plan of the run', 'a.plan.yaml'],
    ['a plan of the run, spelt another way', 'sub/../a.plan.yaml'],
    ['a plan of the run through a link', 'link.txt'],
    ['a plan of the run by its second name', 'second.txt'],
    ['a plan of the run through a link to its folder', 'round/plain.yaml'],
    ['a plan that is not of the run', 'b.plan.yaml'],
    ['a plan that is not of the run, through a link', 'other-link.txt'],
    ['a plan that is yet to be written', 'new.plan.yml'],
    ['the configuration', 'oneplan.config.yaml'],
  ] as const) {
    it(`never takes the place of ${what}: 2`, () => {
      const files = {
        'a.plan.yaml': broken,
        'b.plan.yaml': broken,
        'plain.yaml': broken,
        'oneplan.config.yaml': config,
      };
      const folder = folderWith(files);
      mkdirSync(join(folder, 'sub'));
      symlinkSync('.', join(folder, 'round'));
      symlinkSync('a.plan.yaml', join(folder, 'link.txt'));
      linkSync(join(folder, 'plain.yaml'), join(folder, 'second.txt'));
      symlinkSync('b.plan.yaml', join(folder, 'other-link.txt'));
      const plans = ['a.plan.yaml', 'plain.yaml'];
      for (const args of [
        ['--output', output],
        ['--format', 'json', '--output', output, '--fix'],
        ['--baseline', output, '--write-baseline'],
      ]) {
        const { status, out, told } = oneplan(folder, ['lint', ...plans, ...args]);
        assert.match(told, /^oneplan: The (?:report|baseline) would take the place of [^\n]+\n$/);
        assert.equal(out, '');
        assert.equal(status, 2);
        for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(join(folder, name), 'utf8'), text);
      }
    });
  }

  it('takes the place of an older report', () => {
    const folder = folderWith({ 'a.plan.yaml': broken, 'report.txt': 'old' });
    assert.equal(oneplan(folder, ['lint', '--output', 'report.txt']).status, 1);
    assert.match(readFileSync(join(folder, 'report.txt'), 'utf8'), /a\.plan\.yaml/);
  });

  it('is told of in one line where the disk is full: 2', () => {
    const folder = folderWith({ 'a.plan.yaml': broken });
    const full = openSync('/dev/full', 'w');
    const standard = spawnSync(process.execPath, [program, 'lint'], { cwd: folder, stdio: ['ignore', full, 'pipe'] });
    assert.equal(String(standard.stderr), 'oneplan: The output cannot be written, because the disk is full.\n');
    assert.equal(standard.status, 2);
    const named = oneplan(folder, ['lint', '--output', '/dev/full']);
    assert.match(named.told, /^oneplan: The file "\/dev\/full" cannot be written, because the disk is full\.[^\n]*\n$/);
    assert.equal(named.status, 2);
    const silent = spawnSync(process.execPath, [program, 'lint'], { cwd: folder, stdio: ['ignore', full, full] });
    assert.equal(silent.status, 2);
    closeSync(full);
  });

  it('is told of in one line where a file may not grow as long: 2', () => {
    const folder = folderWith({ 'a.plan.yaml': `one_plan: 1\n${'x: 1\n'.repeat(900)}` });
    writeFileSync(join(folder, 'report.txt'), '');
    for (const to of ['> report.txt', '--output report.txt']) {
      const run = `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${program}" lint --format json ${to}`;
      const { stderr, status } = spawnSync('bash', ['-c', run], { cwd: folder });
      assert.match(String(stderr), /^oneplan: The [^\n]+ cannot be written, because it would be too large\.[^\n]*\n$/);
      assert.equal(status, 2);
    }
  });
});
