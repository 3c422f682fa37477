/** The walls between the parts: what is written down about imports is what the linter sees to. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(__dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** What the linter's `rule` says of `code` in a file that stands at `path` for a moment. */
function wallsOf(path: string, code: string, rule = 'style/noRestrictedImports'): string {
  const file = join(root, path);
  writeFileSync(file, code);
  try {
    const run = spawnSync(process.execPath, [biome, 'lint', `--only=${rule}`, path], { cwd: root });
    return `${run.stdout}${run.stderr}`;
  } finally {
    rmSync(file);
  }
}

/**
 * The floors of the core from the lowest up: its folders, and the files that stand beside them. What stands on one floor
 * knows nothing of one another.
 */
const floors: readonly (readonly string[])[] = [
  // The schemas are data that is generated: they import nothing.
  ['limits', 'text', '../../../schemas'],
  ['values', 'finding', 'budget'],
  ['reading'],
  ['syntax/tree'],
  ['syntax/lines', 'syntax/library', 'fingerprint', 'fix-all'],
  ['syntax/repair/mistakes'],
  ['syntax/repair'],
  ['syntax'],
  ['schema', 'waivers'],
  ['model', 'reference', 'cursor', 'structure'],
  ['prose', 'format', 'start', 'import', 'analysis', 'rules/shared'],
  ['rules/text'],
  ['rules'],
  ['merge', 'settings', 'safe-fixes'],
  ['judge', 'start/next-year'],
  ['project', 'config', 'readiness'],
  ['features/shared', 'report'],
  ['features/completion', 'features/hover', 'features/navigation'],
  ['features/actions'],
  ['features'],
  ['index', 'for-workspace'],
];

/** `from './x'` of imports and exports, `import('./x')` of values and types, `import './x'`. */
const importedFile = /(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)['"](\.{1,2}\/[^'"]*)['"]/gm;

/** The imports that go up or stay on a floor without staying in their folder, types counted; `files` by path in the core. */
function upwards(files: ReadonlyMap<string, string>): readonly string[] {
  const floorOf = (room: string) => floors.findIndex(rooms => rooms.includes(room));
  return [...files].flatMap(([path, code]) =>
    [...code.matchAll(importedFile)]
      .map(([, name = '']) => roomOf(posix.join(posix.dirname(path), name)))
      .filter(room => room !== roomOf(path) && !(floorOf(room) !== -1 && floorOf(room) < floorOf(roomOf(path))))
      .map(room => `${path} imports ${room}`),
  );
}

/** The folder of a file, or the file itself where it stands in none. */
function roomOf(path: string): string {
  return posix.dirname(path) === '.' ? path.replace(/\.ts$/, '') : posix.dirname(path);
}

const core = join(root, 'server/src/core');
const coreFiles = () =>
  new Map(
    readdirSync(core, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => [name.replaceAll('\\', '/'), readFileSync(join(core, name), 'utf8')]),
  );

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
    ['the door of the workspace in the server', 'server/src/lsp/wall-test.ts', '../core/for-workspace'],
    ['the inside of the core in the workspace', 'server/src/workspace/wall-test.ts', '../core/judge'],
    ['Node in the workspace', 'server/src/workspace/wall-test.ts', 'node:fs'],
    ['the files of a machine in the workspace', 'server/src/workspace/wall-test.ts', '../files/disk'],
    ['the server in the workspace', 'server/src/workspace/wall-test.ts', '../lsp/session'],
    ['the messages of the protocol in the workspace', 'server/src/workspace/wall-test.ts', 'vscode-languageserver'],
    ['the workspace in the core', 'server/src/core/wall-test.ts', '../workspace/workspace'],
    ['the command line in the files of a machine', 'server/src/files/wall-test.ts', '../cli/io'],
    ['the server in the files of a machine', 'server/src/files/wall-test.ts', '../lsp/session'],
    ['the inside of the core in the files of a machine', 'server/src/files/wall-test.ts', '../core/judge'],
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
        "/** The door. */\nimport { say } from '../core/index';\nexport const door = say;\n",
      ),
      /noRestrictedImports/,
    );
  });
  it('keep the yaml package behind one file', () => {
    const loading = [...coreFiles()].filter(([, code]) => /(?:^import (?!type).*from|require\() ?'yaml'/m.test(code));
    assert.deepEqual(
      loading.map(([name]) => name),
      ['syntax/library/yaml-library.ts'],
    );
  });
});

describe('floors of the core', () => {
  it('hold: imports go down, or stay in their folder', () => {
    assert.deepEqual(upwards(coreFiles()), []);
  });
  it('are those of the folders that there are', () => {
    const rooms = new Set([...coreFiles().keys()].map(roomOf));
    const listed = floors.flat().filter(room => !room.startsWith('..'));
    assert.deepEqual([...rooms].sort(), listed.sort());
  });
  for (const [what, path, code, found] of [
    ['up', 'text/hole.ts', "import { rules } from '../rules/index';", 'rules'],
    ['up for a type', 'schema/hole.ts', "import type { Plan } from '../model/plan';", 'model'],
    ['up through a door', 'rules/hole.ts', "export { judge } from '../judge';", 'judge'],
    ['up when it runs', 'values/hole.ts', "export const late = () => import('../syntax/parse');", 'syntax'],
    ['aside', 'features/hover/hole.ts', "import { complete } from '../completion/completion';", 'features/completion'],
    ['from a part of a folder', 'syntax/tree/hole.ts', "import { parse } from '../parse';", 'syntax'],
    ['to a folder that has no floor', 'features/hole.ts', "import { x } from '../cellar/x';", 'cellar'],
  ] as const) {
    it(`show a hole that leads ${what}`, () => {
      assert.deepEqual(upwards(new Map([...coreFiles(), [path, code]])), [`${path} imports ${found}`]);
    });
  }
  it('have no circle of imports, types counted', () => {
    const other = join(root, 'server/src/core/text/wall-test-other.ts');
    writeFileSync(other, "/** A half. */\nimport type { A } from './wall-test';\nexport type B = A[];\n");
    try {
      assert.match(
        wallsOf(
          'server/src/core/text/wall-test.ts',
          "/** A half. */\nimport type { B } from './wall-test-other';\nexport type A = B[];\n",
          'suspicious/noImportCycles',
        ),
        /noImportCycles/,
      );
    } finally {
      rmSync(other);
    }
  });
});
