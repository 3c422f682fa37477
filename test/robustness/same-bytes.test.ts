/** The same plans give the same bytes, whatever the time zone, the language, the order in which they are named or found. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../core/syntax/random-edit';
import { folderWith, oneplan } from '../support/oneplan';
import { allSamples } from '../support/plan-texts';
import { seeds } from '../support/seed';

const samples = allSamples().map(({ name, text }) => [name.replaceAll('/', '-'), text] as const);
const args = ['lint', '--as', 'agreed', '--today', '2018-10-28'];

/** The seeds of four orders, with both seeds of the run. */
const orders = seeds.flatMap(seed => [seed, seed + 1]);

const surroundings = [
  ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
  ['America/St_Johns', 'ar_EG.UTF-8'],
  ['Europe/London', 'de_CH.UTF-8'],
  ['Asia/Kathmandu', 'C'],
] as const;

describe('a report on all samples', () => {
  const folder = () => folderWith(Object.fromEntries(samples));

  for (const format of ['json', 'text']) {
    it(`as ${format} is the same in any time zone, language and order`, () => {
      const where = folder();
      const { out, status } = oneplan(where, [...args, '--format', format]);
      assert.equal(status, 1);
      assert.ok(out.length > 10_000);
      for (const [TZ, language] of surroundings) {
        const env = { TZ, LANG: language, LC_ALL: language, LANGUAGE: language };
        assert.equal(oneplan(where, [...args, '--format', format], { env }).out, out, `${TZ} ${language}`);
      }
      for (const order of orders) {
        const names = shuffled(readdirSync(where), order);
        assert.equal(oneplan(where, [...args, '--format', format, ...names]).out, out, names.join(' '));
      }
    });
  }

  it('is the same when the files came to the disk in another order', () => {
    const { out } = oneplan(folder(), [...args, '--format', 'json']);
    for (const order of orders) {
      const where = folderWith(Object.fromEntries(shuffled(samples, order)));
      assert.equal(oneplan(where, [...args, '--format', 'json']).out, out, `order ${order}`);
    }
  });

  it('is in every file the same as beside no other, but for what the files say of each other', () => {
    const whole: Report = JSON.parse(oneplan(folder(), [...args, '--format', 'json']).out);
    const [name, text] = samples.find(([each]) => each.includes('norfolk')) ?? assert.fail();
    const alone: Report = JSON.parse(
      oneplan(folderWith({ [join('x', '..', name)]: text }), [...args, '--format', 'json']).out,
    );
    const problemsIn = ({ files }: Report) =>
      files.find(({ path }) => path === name)?.problems.filter(({ rule }) => rule !== 'two-plans-one-place');
    assert.ok(problemsIn(alone)?.length);
    assert.deepEqual(problemsIn(whole), problemsIn(alone));
  });
});

interface Report {
  readonly files: readonly { readonly path: string; readonly problems: readonly { readonly rule: string }[] }[];
}

function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const random = seeded(seed);
  const left = [...all];
  return all.map(() => left.splice(random(left.length), 1)[0] as T);
}
