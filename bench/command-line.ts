/** `oneplan lint` beside an empty program, a plain parse and Spectral: whole processes, one after the other in turns. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cache, environment, peerFile, program, root } from './peers';
import { planOf } from './plan-of';
import { growth, median, table } from './statistics';

interface Contender {
  readonly name: string;
  readonly command: (target: string) => readonly string[];
}

interface Target {
  readonly name: string;
  readonly path: string;
}

const sizes = [300, 2_000, 20_000, 100_000];
const manyPlans = 151;

/** Times everything `turns` times and prints the table. */
export async function benchCommandLine(turns: number): Promise<void> {
  // Outside of the repository, whose .gitignore would pass the plans over.
  const folder = mkdtempSync(join(tmpdir(), 'oneplan-bench-'));
  try {
    await timeAll(writePlans(folder), turns);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeAll(targets: readonly Target[], turns: number): Promise<void> {
  const contenders = await everyone();
  const times = new Map<string, number[]>();
  const key = (contender: string, target: string) => `${contender} ${target}`;
  for (let turn = 0; turn < turns; turn++) {
    for (const { name: target, path } of targets) {
      for (const { name, command } of contenders) {
        const known = times.get(key(name, target)) ?? [];
        known.push(timeOf(command(path)));
        times.set(key(name, target), known);
      }
    }
  }
  const time = (contender: string, target: string) => median(times.get(key(contender, target)) ?? []);
  const others = contenders.map(({ name }) => name).filter(name => name !== 'oneplan lint');
  const rows = targets.map(({ name: target }) => {
    const ours = time('oneplan lint', target);
    return [
      target,
      `${ours.toFixed(0)} ms`,
      ...others.map(name => `${time(name, target).toFixed(0)} ms`),
      ...others.map(name => `${(ours / time(name, target)).toFixed(2)} ×`),
    ];
  });
  console.log(`\nChecking plans on the command line (median of ${turns}; "×" is our time divided by theirs)\n`);
  console.log(table([['', 'oneplan lint', ...others, ...others.map(name => `to ${name}`)], ...rows]));
  const points = sizes.slice(1).map(size => ({ size, time: time('oneplan lint', lineCount(size)) }));
  console.log(
    `\nGrowth of a full check from ${lineCount(2_000)} to ${lineCount(100_000)}: exponent ${growth(points).toFixed(2)}`,
  );
}

async function everyone(): Promise<readonly Contender[]> {
  const [nothing, parseYaml] = await Promise.all([program('nothing'), program('parse-yaml')]);
  const spectral = peerFile('@stoplight/spectral-cli', 'dist/index.js');
  const ruleset = join(root, 'bench/spectral-rules.json');
  return [
    { name: 'nothing', command: () => [nothing] },
    { name: 'yaml parse', command: target => [parseYaml, target] },
    { name: 'oneplan lint', command: target => [join(root, 'dist/cli.js'), 'lint', target] },
    ...(spectral
      ? [
          {
            name: 'Spectral',
            command: (target: string) => [
              spectral,
              'lint',
              '--ruleset',
              ruleset,
              '--quiet',
              target.endsWith('.yaml') ? target : `${target}/*.yaml`,
            ],
          },
        ]
      : []),
  ];
}

function writePlans(folder: string): readonly Target[] {
  const many = join(folder, 'many');
  mkdirSync(many, { recursive: true });
  const single = sizes.map(size => {
    const path = join(folder, `${size}.plan.yaml`);
    writeFileSync(path, planOf(size));
    return { name: lineCount(size), path };
  });
  for (let number = 0; number < manyPlans; number++) {
    writeFileSync(join(many, `${number}.plan.yaml`), planOf(2_000, number));
  }
  return [...single, { name: `${manyPlans} plans`, path: many }];
}

function lineCount(size: number): string {
  return `${size.toLocaleString('en-GB')} lines`;
}

function timeOf(args: readonly string[]): number {
  const [file = ''] = args;
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: cache, env: environment(), maxBuffer: 1 << 30 });
  const time = performance.now() - start;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} failed: ${String(stderr).slice(0, 500)}`);
  return time;
}
