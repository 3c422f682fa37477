/** Which files `oneplan lint` reads, and which it never opens. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, filesIn, good, late, pathsIn } from '../../support/lint-plans';
import { folderWith, oneplan, root } from '../../support/oneplan';

describe('oneplan lint', () => {
  describe('paths', () => {
    const files = {
      '.gitignore': 'drafts/\n',
      'a.plan.yaml': good,
      'b/b.plan.yml': good,
      'b/.gitignore': 'secret.plan.yaml\n',
      'b/secret.plan.yaml': good,
      'drafts/c.plan.yaml': good,
      'node_modules/d.plan.yaml': good,
      'other.yaml': good,
    };
    it('are searched in folders, respecting .gitignore at every level, outside of a repository', () => {
      const { out } = oneplan(folderWith(files), ['lint', '--format', 'json']);
      assert.deepEqual(pathsIn(out), ['a.plan.yaml', 'b/b.plan.yml']);
    });
    it('are the same inside a repository, also from a folder below its .gitignore', () => {
      const folder = folderWith({ ...files, '.git/HEAD': 'ref: refs/heads/main\n', 'b/drafts/e.plan.yaml': good });
      assert.deepEqual(pathsIn(oneplan(folder, ['lint', '--format', 'json']).out), ['a.plan.yaml', 'b/b.plan.yml']);
      assert.deepEqual(pathsIn(oneplan(join(folder, 'b'), ['lint', '--format', 'json']).out), ['b.plan.yml']);
    });
    it('may be globs', () => {
      const { out } = oneplan(folderWith(files), ['lint', '*/*.plan.{yaml,yml}', '--format', 'json']);
      assert.deepEqual(pathsIn(out), ['b/b.plan.yml']);
    });
    it('may be any file that is named, each once', () => {
      const { out } = oneplan(folderWith(files), [
        'lint',
        'other.yaml',
        './other.yaml',
        'drafts/c.plan.yaml',
        '--format',
        'json',
      ]);
      assert.deepEqual(pathsIn(out), ['drafts/c.plan.yaml', 'other.yaml']);
    });
    it('give the same report in any order', () => {
      const folder = folderWith({ 'a.plan.yaml': broken, 'b.plan.yaml': late });
      const forth = oneplan(folder, ['lint', 'a.plan.yaml', 'b.plan.yaml']);
      const back = oneplan(folder, ['lint', 'b.plan.yaml', 'a.plan.yaml']);
      assert.equal(back.out, forth.out);
      assert.equal(oneplan(folder, ['lint', '.']).out, forth.out);
    });
    it('may be "-", under the name that is given', () => {
      const { status, out } = oneplan(folderWith({}), ['lint', '-', '--stdin-filename', 'x/a.plan.yaml'], {
        input: broken,
      });
      assert.match(out, /^x\/a\.plan\.yaml:\d+:9: error/m);
      assert.equal(status, 1);
    });
    it('bring in what a plan incorporates, and nothing outside of the folder', () => {
      const bcf = readFileSync(join(root, 'samples/two-bcf-plans/bcf-2018-19-poole.plan.yaml'), 'utf8');
      const one = (path: string) =>
        `one_plan: 1\ntitle: T\nstatus: draft\nincorporates:\n  - plan: ${path}\n    schemes: {}\n`;
      const files = { 'in/one.plan.yaml': one('old.plan.yaml'), 'in/old.plan.yaml': bcf, 'out.plan.yaml': bcf };
      const folder = folderWith(files);
      const inside = join(folder, 'in');
      assert.deepEqual(pathsIn(oneplan(inside, ['lint', 'one.plan.yaml', '--format', 'json']).out), [
        'old.plan.yaml',
        'one.plan.yaml',
      ]);
      symlinkSync(join(folder, 'out.plan.yaml'), join(inside, 'link.plan.yaml'));
      spawnSync('mkfifo', [join(inside, 'pipe')]);
      for (const path of [
        '../out.plan.yaml',
        join(folder, 'out.plan.yaml'),
        'link.plan.yaml',
        'pipe',
        'gone',
        '/dev/zero',
        'file:///etc/passwd',
      ]) {
        writeFileSync(join(inside, 'one.plan.yaml'), one(path));
        const { out } = oneplan(inside, ['lint', 'one.plan.yaml', '--format', 'json']);
        assert.deepEqual(pathsIn(out), ['one.plan.yaml'], path);
        assert.ok(
          filesIn(out)[0]?.problems.some(({ rule }) => rule === 'bcf-plan-unreadable'),
          path,
        );
      }
    });
  });

  describe('files that cannot be read', () => {
    it('tells of bytes that are not UTF-8 at their place, and leaves the file alone', () => {
      const bytes = Buffer.concat([Buffer.from('one_plan: 1\ntitle: '), Buffer.from([0xa3]), Buffer.from('4m\n')]);
      const folder = folderWith({ 'a.plan.yaml': bytes });
      const { status, out } = oneplan(folder, ['lint', '--fix']);
      assert.match(
        out,
        /^a\.plan\.yaml:2:8: error: The file is not written in UTF-8: the byte A3, "£" .*\[not-text\]$/m,
      );
      assert.deepEqual(readFileSync(join(folder, 'a.plan.yaml')), bytes);
      assert.equal(status, 1);
    });
    it('tells of UTF-16', () => {
      const { out } = oneplan(folderWith({ 'a.plan.yaml': Buffer.from(`\ufeff${good}`, 'utf16le') }), ['lint']);
      assert.match(out, /UTF-16.*\[not-text\]/);
    });
    it('does not read what is too large', () => {
      const folder = folderWith({ 'a.plan.yaml': '' });
      spawnSync('truncate', ['-s', '3G', join(folder, 'a.plan.yaml')]);
      const { status, out } = oneplan(folder, ['lint']);
      assert.match(out, /\[too-large\]/);
      assert.equal(status, 1);
    });
    it('opens no pipe, no device and no circle of links', () => {
      const folder = folderWith({});
      spawnSync('mkfifo', [join(folder, 'pipe.plan.yaml')]);
      symlinkSync('round.plan.yaml', join(folder, 'round.plan.yaml'));
      for (const path of ['pipe.plan.yaml', '/dev/zero', 'round.plan.yaml', 'x'.repeat(5000)]) {
        const { status, out, told } = oneplan(folder, ['lint', path]);
        assert.match(told, /^oneplan: The file [^\n]+\n$/);
        assert.equal(out, '');
        assert.equal(status, 2);
      }
    });
  });
});
