/** The parts of the tests, the longest first, each a process of its own: checks, the suites room by room, and the real editors. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Part {
  readonly name: string;
  /** A file that Node runs, with its arguments. */
  readonly run: readonly string[];
  /** What its output says; a part that does not count, or whose output says nothing, passes or fails as one. */
  readonly counts?: (output: string) => Counts | undefined;
  /** Parts of one row never run at the same time. */
  readonly row?: string;
  /** Whether it is worth waiting for between two edits. */
  readonly isQuick?: boolean;
}

const root = dirname(__dirname);
const bin = (path: string) => join(root, 'node_modules', path);
const tsx = bin('tsx/dist/cli.mjs');
const grammar = ['-g', 'client/syntaxes/oneplan.tmLanguage.json', 'test/grammar/*.yaml'];

/** The rooms of the suites that have a process of their own; each suite belongs to the first that its path begins with. */
const rooms: readonly (readonly [start: string, isQuick?: 'quick'])[] = [
  ['test/robustness/rows'],
  ['test/robustness/'],
  ['test/lsp/', 'quick'],
  ['test/cli/lint/', 'quick'],
  ['test/cli/', 'quick'],
  ['test/core/features/', 'quick'],
  ['test/core/rules/', 'quick'],
  ['test/core/syntax/', 'quick'],
  ['test/core/', 'quick'],
  ['test/laws/', 'quick'],
  ['test/', 'quick'],
];

/** @throws Error when the folder of the tests cannot be read. */
export function parts(): readonly Part[] {
  const [longest = [], others = []] = [suites().slice(0, 2), suites().slice(2)];
  return [
    // Both use the one installation of VS Code.
    { name: 'VS Code', run: [tsx, 'test/vscode/run.ts'], counts: editorCounts, row: 'editors' },
    ...longest,
    { name: 'browser', run: [tsx, 'test/browser/run.ts'], counts: editorCounts, row: 'editors' },
    ...others,
    { name: 'generated files', run: [tsx, 'scripts/generate.ts', '--check'], isQuick: true },
    { name: 'format and lint', run: [bin('@biomejs/biome/bin/biome'), 'check'], isQuick: true },
    { name: 'types', run: [bin('typescript/bin/tsc'), '-p', '.'], isQuick: true },
    { name: 'types of the core', run: [bin('typescript/bin/tsc'), '-p', 'server/src/core'], isQuick: true },
    { name: 'nothing unused', run: [bin('knip/bin/knip.js'), '--no-progress'] },
    { name: 'grammar', run: [bin('vscode-tmgrammar-test/dist/unit.js'), ...grammar], isQuick: true },
  ];
}

function suites(): readonly Part[] {
  const paths = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map(name => `test/${name.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.test.ts') && !path.startsWith('test/vscode/'))
    .sort();
  return rooms.map(([start, quick]) => ({
    name: start,
    run: [
      bin('mocha/bin/mocha.js'),
      ...paths.filter(path => rooms.find(([each]) => path.startsWith(each))?.[0] === start),
    ],
    counts: mochaCounts,
    isQuick: quick !== undefined,
  }));
}

/** A test that was left out counts as failed: none may be. */
function mochaCounts(output: string): Counts | undefined {
  const passing = /^ *(\d+) passing/m.exec(output);
  if (!passing) return undefined;
  const failing = /^ *(\d+) failing/m.exec(output);
  const pending = /^ *(\d+) pending/m.exec(output);
  return { passed: Number(passing[1]), failed: Number(failing?.[1] ?? 0) + Number(pending?.[1] ?? 0) };
}

function editorCounts(output: string): Counts | undefined {
  const counts = /^(?:vscode|browser): (\d+) passed, (\d+) failed/m.exec(output);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : undefined;
}
