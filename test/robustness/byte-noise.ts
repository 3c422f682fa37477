/**
 * Files that are not the text they should be: bytes that are no UTF-8, UTF-16, zeros, signs that turn the direction of the
 * text, byte order marks anywhere, mixed line ends. They are read and told of, and `--fix` writes nothing but safe fixes to
 * what can be read whole.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixAll } from '../../server/src/core/for-workspace';
import { textOf } from '../../server/src/files/decode';
import { type Random, seeded } from '../core/syntax/random-edit';
import { oldPlan, smallPlan } from '../support/small-plans';
import { check, everyFindingOf } from './promises';

const root = dirname(dirname(__dirname));

/** Plans that `--fix` would change as they are. */
const plans = [
  oldPlan('A1', 'B2').replace('£1m', '1.5m'),
  `${smallPlan()}risks:\n  - {id: Winter, what: A £2m winter – “hard”, likelihood: 4, impact: 5, exposure: 1.2m}\n`,
];

/** A file with its bytes. */
export interface Noise {
  readonly bytes: Buffer;
  /** Whether the file must be left alone, whatever else can be put right in it. */
  readonly unreadable: boolean;
}

const bad = ['a3', '80', 'ff', 'fe', 'c0af', 'eda080', 'f4908080', 'e282', 'c3'];
const signs = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0085',
  '\u2028',
  '\u00ad',
  '\u00a0',
  '\u0007',
  '\u001b',
  '\u007f',
];

const kinds: readonly ((plan: string, random: Random) => Noise)[] = [
  (plan, random) => unreadable(inserted(plan, random, Buffer.from(bad[random(bad.length)] ?? 'ff', 'hex'))),
  (plan, random) => unreadable(inserted(plan, random, Buffer.from([0]))),
  (plan, random) => unreadable(Buffer.from(`${random(2) === 0 ? '\ufeff' : '£'}${plan}`, 'utf16le')),
  (plan, random) => unreadable(Buffer.from(`${random(2) === 0 ? '\ufeff' : '£'}${plan}`, 'utf16le').swap16()),
  (_, random) => unreadable(Buffer.from(Array.from({ length: 400 + random(3_000) }, () => random(256)))),
  // Within a character of several bytes.
  plan => unreadable(Buffer.from(`${plan}# £`).subarray(0, -1)),
  (plan, random) => readable(inserted(plan, random, Buffer.from(signs[random(signs.length)] ?? ''))),
  plan => readable(Buffer.from(`\ufeff${plan}`)),
  plan => readable(Buffer.from(`\ufeff\ufeff${plan}`)),
  (plan, random) =>
    readable(Buffer.from(plan.replace(/\n/g, () => ['\n', '\r\n', '\r', '\n\r', '\u0085'][random(5)] ?? '\n'))),
];

/** Tries `count` files. @throws Error that names the bytes at fault. */
export function tryNoise(seed: number, count: number): void {
  const random = seeded(seed);
  const all = Array.from({ length: count }, (_, index) => {
    const make = kinds[index % kinds.length] ?? kinds[0];
    return make?.(plans[random(plans.length)] ?? '', random) ?? assert.fail();
  });
  for (let done = 0; done < all.length; done += batch) tryFiles(all.slice(done, done + batch));
}

/** So many files are one run of the command line. */
const batch = 1_000;

/** Tries the files. @throws Error that names the bytes at fault. */
export function tryFiles(all: readonly Noise[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'oneplan-noise-'));
  const names = all.map((_, index) => `${index}.plan.yaml`);
  const expected = all.map(afterFix);
  for (const [index, { bytes }] of all.entries()) writeFileSync(join(folder, names[index] ?? ''), bytes);
  const args = [join(root, 'dist', 'cli.js'), 'lint', '--fix', '--format', 'json'];
  const run = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' });
  assert.ok(!/^\s+at /m.test(run.stderr) && !run.stderr.includes('fault of the program'), run.stderr);
  assert.equal(run.status, 1);
  const files: { path: string; problems: unknown[] }[] = JSON.parse(run.stdout).files;
  assert.equal(files.length, all.length);
  for (const [index, name] of names.entries()) {
    const written = readFileSync(join(folder, name));
    const { bytes, unreadable } = all[index] ?? assert.fail();
    assert.ok(
      written.equals(expected[index] ?? bytes),
      `changed otherwise than it may be: ${bytes.toString('base64')}`,
    );
    if (unreadable) {
      const problems = files.find(({ path }) => path === name)?.problems ?? [];
      assert.ok(problems.length > 0, `nothing is told of: ${bytes.toString('base64')}`);
    }
  }
  rmSync(folder, { recursive: true });
}

/** What stands in the file after `--fix`: what was there, or the safe fixes made in a text that can be read whole. */
function afterFix({ bytes, unreadable }: Noise): Buffer {
  const reading = textOf(bytes);
  if (reading.kind === 'unreadable') assert.fail(reading.why);
  const { findings } = check(reading.text).judgement;
  if (reading.kind === 'text' && unreadable) assert.ok(findings.length > 0);
  if (reading.kind !== 'text' || unreadable) return bytes;
  return Buffer.from(fixAll(reading.text, everyFindingOf));
}

function inserted(plan: string, random: Random, noise: Buffer): Buffer {
  const bytes = Buffer.from(plan);
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
}

function unreadable(bytes: Buffer): Noise {
  return { bytes, unreadable: true };
}

function readable(bytes: Buffer): Noise {
  return { bytes, unreadable: false };
}
