/** The walls between the parts: what is written down about imports is what the linter sees to. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** What the linter says of `code` in a file that stands at `path` for a moment. */
function wallsOf(path: string, code: string): string {
  const file = join(root, path);
  writeFileSync(file, code);
  try {
    const run = spawnSync(process.execPath, [biome, 'lint', '--only=style/noRestrictedImports', path], { cwd: root });
    return `${run.stdout}${run.stderr}`;
  } finally {
    rmSync(file);
  }
}

describe('walls', () => {
  it('stand', () => {
    const args = ['lint', '--only=style/noRestrictedImports', 'server', 'client'];
    const { status, stderr } = spawnSync(process.execPath, [biome, ...args], { cwd: root });
    assert.equal(status, 0, String(stderr));
  });
  for (const [what, path, from] of [
    ['Node in the core', 'server/src/core/text/wall-test.ts', 'node:fs'],
    ['the command line in the core', 'server/src/core/rules/wall-test.ts', '../../cli/run'],
    ['the server in the core', 'server/src/core/syntax/wall-test.ts', '../../lsp/server'],
    ['the editor in the core', 'server/src/core/wall-test.ts', 'vscode'],
    ['the yaml package in a rule', 'server/src/core/rules/wall-test.ts', 'yaml'],
    ['the yaml package on the command line', 'server/src/cli/wall-test.ts', 'yaml'],
    ['the inside of the core on the command line', 'server/src/cli/wall-test.ts', '../core/syntax/parse'],
    ['the inside of the core in the server', 'server/src/lsp/wall-test.ts', '../core/judge'],
    ['the inside of the core in the extension', 'client/src/wall-test.ts', '../../server/src/core/judge'],
  ] as const) {
    it(`keep out ${what}`, () => {
      assert.match(
        wallsOf(path, `/** A hole. */\nimport { x } from '${from}';\nexport const hole = x;\n`),
        /noRestrictedImports/,
      );
    });
  }
  it('let through the door of the core', () => {
    assert.doesNotMatch(
      wallsOf(
        'server/src/cli/wall-test.ts',
        "/** The door. */\nimport { judge } from '../core/index';\nexport const door = judge;\n",
      ),
      /noRestrictedImports/,
    );
  });
  it('keep the yaml package behind one file', () => {
    const core = join(root, 'server/src/core');
    const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const loading = files.filter(name =>
      /(?:^import (?!type).*from|require\() ?'yaml'/m.test(readFileSync(join(core, name), 'utf8')),
    );
    assert.deepEqual(loading, ['syntax/library/yaml-library.ts']);
  });
});
