/** What is packaged for VS Code: everything that the manifest and the README name, and nothing of the workshop. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import manifest from '../package.json';
import { rulePages } from '../server/src/core/index';

const root = join(__dirname, '..');

describe('the packaged extension', () => {
  let packed: ReadonlySet<string>;
  before(async () => {
    packed = new Set(await listFiles({ cwd: root, packageManager: PackageManager.None }));
  });

  it('holds every file that its manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"\.?\/?((?:dist|client|docs)\/[\w./-]+\.\w+)"/g)].map(
      ([, file = '']) => file,
    );
    const shipped = named.filter(file => !file.startsWith('dist/cli'));
    assert.ok(shipped.length > 5);
    assert.deepEqual(
      shipped.filter(file => !packed.has(file)),
      [],
    );
    for (const server of ['dist/server.js', 'dist/server.browser.js']) assert.ok(packed.has(server), server);
  });

  it('holds the bundle that its server starts, and one only', () => {
    const [bundle = ''] = /server\.[0-9a-f]{16}\.js/.exec(readFileSync(join(root, 'dist/server.js'), 'utf8')) ?? [];
    const bundles = [...packed].filter(file => /^dist\/server\.(?!browser)/.test(file) && file !== 'dist/server.js');
    assert.deepEqual(bundles, [`dist/${bundle}`]);
  });

  it('holds the page of every rule', () => {
    assert.deepEqual(
      rulePages()
        .map(({ id }) => `docs/rules/${id}.md`)
        .filter(page => !packed.has(page)),
      [],
    );
  });

  it('holds the pictures of its README', () => {
    const pictures = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(
      ([, file = '']) => file,
    );
    assert.deepEqual(
      pictures.filter(file => !packed.has(file)),
      [],
    );
  });

  it('holds no picture twice, and the licences of what is bundled', () => {
    const pictures = [...packed]
      .filter(file => file.endsWith('.png'))
      .map(file => readFileSync(join(root, file), 'base64'));
    assert.equal(new Set(pictures).size, pictures.length);
    assert.ok(packed.has('dist/THIRD-PARTY-NOTICES.txt'));
  });

  it('holds nothing else', () => {
    const kinds =
      /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/THIRD-PARTY-NOTICES\.txt|l10n\/[\w.-]+\.json|dist\/(?:extension|server)(?:\.browser)?\.js|dist\/server\.[0-9a-f]{16}\.js|client\/language-configuration\.json|client\/(?:media|walkthrough|snippets|syntaxes)\/[\w.-]+|docs\/rules\/[\w-]+\.md|docs\/images\/[\w-]+\.png)$/;
    assert.deepEqual(
      [...packed].filter(file => !kinds.test(file)),
      [],
    );
  });
});
