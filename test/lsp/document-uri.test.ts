/** Addresses: every spelling of one document has one key, and nothing leads out of a folder unseen. */
import assert from 'node:assert/strict';
import { locateNamed } from '../../server/src/workspace/locate';
import { folderOf, isInside, keyOf, nameOf, pathFrom, resolveFrom } from '../../server/src/workspace/uri';

describe('addresses of documents', () => {
  it('are one key in every spelling', () => {
    const spellings = [
      'file:///C:/Plans/one%20plan.plan.yaml',
      'file:///c%3A/Plans/one plan.plan.yaml',
      'FILE:///c:/Plans/one%20plan.plan.yaml',
    ];
    assert.deepEqual(new Set(spellings.map(keyOf)), new Set(['file:///c%3A/Plans/one%20plan.plan.yaml']));
    assert.equal(keyOf('file:///a/%28b%29%21.plan.yaml'), keyOf('file:///a/(b)!.plan.yaml'));
  });

  it('are left alone when they make no sense', () => {
    for (const uri of [
      '',
      'x',
      '%',
      'file:///%E0%A4%A',
      'untitled:Untitled-1',
      'vscode-vfs://github/a/b/c.plan.yaml',
    ]) {
      assert.equal(keyOf(keyOf(uri)), keyOf(uri));
    }
  });

  it('tell folder, name and path', () => {
    assert.equal(folderOf('file:///a/b%20c/d.plan.yaml'), 'file:///a/b%20c');
    assert.equal(folderOf('file:///a'), 'file://');
    assert.equal(folderOf('file://'), undefined);
    assert.equal(folderOf('untitled:Untitled-1'), undefined);
    assert.equal(nameOf('file:///a/b%20c.plan.yaml'), 'b c.plan.yaml');
    assert.equal(pathFrom('file:///a', 'file:///a/b/c%20d.yaml'), 'b/c d.yaml');
    assert.equal(isInside('file:///ab/c', 'file:///a'), false);
    assert.equal(isInside('file:///a/c', 'file:///a/'), true);
  });

  it('resolve paths without climbing above the top', () => {
    assert.equal(resolveFrom('file:///a/b', '../c d.yaml'), 'file:///a/c%20d.yaml');
    assert.equal(resolveFrom('file:///a', '../../../../etc/passwd'), 'file:///etc/passwd');
    assert.equal(resolveFrom('vscode-vfs://github/a/b', './x/../y.yaml'), 'vscode-vfs://github/a/b/y.yaml');
  });
});

describe('files that a plan names', () => {
  const from = 'file:///plans/sub/one.plan.yaml';
  const locate = (path: string) => locateNamed(from, path, ['file:///plans']);

  it('lie in the folders of the plans', () => {
    assert.deepEqual(locate('../old.plan.yaml'), { uri: 'file:///plans/old.plan.yaml' });
    assert.deepEqual(locate('old\\bcf.plan.yaml'), { uri: 'file:///plans/sub/old/bcf.plan.yaml' });
  });

  it('are refused elsewhere, with a reason', () => {
    const outside = [
      '../../x.yaml',
      '../../plans-evil/x.yaml',
      '..\\..\\x.yaml',
      '/etc/passwd',
      '\\\\server\\share\\x',
      'C:\\x.yaml',
      'c:x',
      'file:///etc/passwd',
      'https://a.example/x.yaml',
      'x\0y',
    ];
    for (const path of outside) assert.ok('why' in locate(path), path);
    assert.ok('why' in locateNamed('untitled:Untitled-1', 'x.yaml', []));
  });
});
