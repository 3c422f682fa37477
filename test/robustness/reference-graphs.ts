/**
 * Folders of plans that name each other and what they may not name: cycles, what is not there, what lies outside, links,
 * pipes, devices. Beside the folder of the plans lies another that nobody may open.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Random, seeded } from '../core/syntax/random-edit';
import { oldPlan, smallPlan } from '../support/small-plans';

const root = dirname(dirname(__dirname));

/** What a plan may name, and whether it can be read as an old plan. */
export const references: readonly (readonly [string, 'read' | 'refused'])[] = [
  ['old.plan.yaml', 'read'],
  ['./old.plan.yaml', 'read'],
  ['sub/../old.plan.yaml', 'read'],
  ['sub/old.plan.yaml', 'read'],
  ['link-inside.plan.yaml', 'read'],
  ['../../outside/old.plan.yaml', 'refused'],
  ['../../work-evil/old.plan.yaml', 'refused'],
  ['sub/../../../outside/old.plan.yaml', 'refused'],
  ['..\\..\\outside\\old.plan.yaml', 'refused'],
  ['link-outside.plan.yaml', 'refused'],
  ['folder-outside/old.plan.yaml', 'refused'],
  ['pipe', 'refused'],
  ['device', 'refused'],
  ['round.plan.yaml', 'refused'],
  ['gone.plan.yaml', 'refused'],
  ['.', 'refused'],
  ['sub', 'refused'],
  ['latin-1.plan.yaml', 'refused'],
  ['/dev/zero', 'refused'],
  ['/proc/self/environ', 'refused'],
  ['~/.ssh/id_rsa', 'refused'],
  ['file:///etc/passwd', 'refused'],
  ['https://example.org/old.plan.yaml', 'refused'],
  ['//server/share/old.plan.yaml', 'refused'],
  ['C:\\plans\\old.plan.yaml', 'refused'],
  ['old.plan.yaml\0.txt', 'refused'],
  [`${'x'.repeat(5_000)}.plan.yaml`, 'refused'],
];

export interface Graphs {
  /** The folder of the plans. */
  readonly work: string;
  /** By the path of each plan from there: what it names and must be told that it cannot have. */
  readonly refused: ReadonlyMap<string, ReadonlySet<string>>;
  dispose(): void;
}

/** A graph for each of `references`, and `count` at random, of 2 to 50 plans that name each other in circles. */
export function makeGraphs(seed: number, count: number): Graphs {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'oneplan-graphs-')));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  };
  const refused = new Map<string, ReadonlySet<string>>();
  for (const folder of ['outside', 'work-evil']) write(`${folder}/old.plan.yaml`, oldPlan('CANARY'));
  const makeGraph = (name: string, plans: readonly (readonly string[])[]) => {
    write(`work/${name}/old.plan.yaml`, oldPlan('A1'));
    write(`work/${name}/sub/old.plan.yaml`, oldPlan('A1'));
    write(`work/${name}/latin-1.plan.yaml`, Buffer.from([0x61, 0x3a, 0x20, 0xa3, 0x0a]));
    const link = (target: string, path: string) => symlinkSync(target, join(base, 'work', name, path));
    link('old.plan.yaml', 'link-inside.plan.yaml');
    link('../../outside/old.plan.yaml', 'link-outside.plan.yaml');
    link('../../outside', 'folder-outside');
    link('/dev/zero', 'device');
    link('round.plan.yaml', 'round.plan.yaml');
    link(`../pipe`, 'pipe');
    for (const [index, named] of plans.entries()) {
      const path = `${name}/${index}.plan.yaml`;
      write(`work/${path}`, planNaming(named));
      refused.set(path, new Set(named.filter(each => references.some(([r, is]) => r === each && is === 'refused'))));
    }
  };
  for (const [index, [written]] of references.entries()) makeGraph(`fixed-${index}`, [[written]]);
  execFileSync('mkfifo', [join(base, 'work', 'pipe')]);
  const random = seeded(seed);
  for (let index = 0; index < count; index++) makeGraph(`random-${index}`, randomGraph(random));
  return { work: join(base, 'work'), refused, dispose: () => rmSync(base, { recursive: true, force: true }) };
}

/** What each plan of a graph names: other plans of it, itself, and anything of `references`. */
function randomGraph(random: Random): readonly (readonly string[])[] {
  const size = 2 + random(random(10) === 0 ? 49 : 6);
  return Array.from({ length: size }, () =>
    Array.from({ length: 1 + random(4) }, () =>
      random(2) === 0 ? `${random(size)}.plan.yaml` : (references[random(references.length)]?.[0] ?? ''),
    ),
  );
}

/** A plan that brings in each of the files of these names. */
export function planNaming(names: readonly string[]): string {
  const entries = names.map(name => `  - {plan: ${JSON.stringify(name)}, schemes: {A1: falls}}\n`);
  return smallPlan({ more: `incorporates:\n${entries.join('')}` });
}

/** What the guard noted that the program must not do: anything opened but in `work` and the program's own folders. */
export function trespasses(notes: string, work: string): readonly string[] {
  const allowed = [`${work}/`, `${root}/`, `${realpathSync(join(root, 'node_modules'))}/`];
  return notes.split('\n').filter(line => {
    const opened = /^opened (.*)/.exec(line)?.[1];
    if (opened === undefined) return line !== '';
    let real = opened;
    try {
      real = realpathSync(opened.replace(/^file:\/\//, ''));
    } catch {
      // What is not there was not opened either.
    }
    return !allowed.some(folder => real.startsWith(folder) || opened === work);
  });
}

/** Options of Node that load the guard and forbid what a hostile plan might hope for. */
export const guarded: readonly string[] = [
  ...['--disallow-code-generation-from-strings', '--disable-proto=throw'],
  ...['--require', join(__dirname, 'guard.cjs')],
];

/** Tries `count` random graphs beside the fixed ones with the command line. @throws Error when a promise is broken. */
export function tryReferences(seed: number, count: number): void {
  tryGraphs(seed, Math.min(batch, count));
  for (let done = batch; done < count; done += batch) tryGraphs(seed + done, Math.min(batch, count - done));
}

/** So many graphs are one run: no run opens more than two thousand files on the word of others. */
const batch = 60;

function tryGraphs(seed: number, count: number): void {
  const graphs = makeGraphs(seed, count);
  const notes = join(graphs.work, '..', 'notes');
  const args = [...guarded, join(root, 'dist', 'cli.js'), 'lint', '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: graphs.work,
    env: { ...process.env, GUARD_NOTES: notes },
    maxBuffer: 1024 * 1024 * 1024,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 1);
  assert.deepEqual(trespasses(readFileSync(notes, 'utf8'), graphs.work), []);
  assert.ok(!stdout.includes('CANARY'));
  const files: { path: string; problems: { rule: string; message: string }[] }[] = JSON.parse(stdout).files;
  for (const [path, refused] of graphs.refused) {
    const problems = files.find(file => file.path === path)?.problems ?? assert.fail(path);
    const told = problems.filter(({ rule }) => rule === 'bcf-plan-unreadable');
    assert.ok(told.length >= refused.size, `${path} is told of ${told.length} of ${refused.size}`);
    if (/^fixed-/.test(path)) assert.equal(told.length, refused.size, path);
  }
  graphs.dispose();
}
