/**
 * A long search for texts that are read wrongly: `npx tsx scripts/fuzz-syntax.ts [seed] [count]`. Each round edits a
 * sample, a case of mistakes or one of the YAML test suite at random, and checks what the tests check. Prints the seed
 * and the text of each failure, and exits with status 1 when there was one.
 */
import assert from 'node:assert/strict';
import { parse } from '../server/src/core/syntax/parse';
import { applyEdits } from '../server/src/core/text/edit';
import { dump } from '../test/syntax/plain-data';
import { randomEdit, seeded } from '../test/syntax/random-edit';
import { checkReading } from '../test/syntax/reading';
import { mistakes, samples, suiteCases } from '../test/syntax/texts';

const firstSeed = Number(process.argv[2] ?? 1);
const count = Number(process.argv[3] ?? 1_000);
const editsEach = 10;
const longest = 8_000;
const slow = 500;

const texts = [...samples(), ...mistakes(), ...suiteCases()]
  .map(({ text }) => text)
  .filter(text => text.length < longest);
let failures = 0;
let worst = 0;
for (let seed = firstSeed; seed < firstSeed + count; seed++) fuzz(seed);
console.log(
  `${count} rounds of ${editsEach} edits from seed ${firstSeed}: ${failures} failures, slowest ${worst.toFixed(0)} ms`,
);
process.exitCode = failures > 0 ? 1 : 0;

function fuzz(seed: number): void {
  const random = seeded(seed);
  let text = texts[random(texts.length)] ?? '';
  let tree = parse(text);
  for (let edit = 0; edit < editsEach; edit++) {
    text = applyEdits(text, [randomEdit(text, random)]);
    try {
      const started = performance.now();
      tree = parse(text, tree);
      const took = performance.now() - started;
      worst = Math.max(worst, took);
      assert.ok(took < slow, `took ${took} ms`);
      assert.equal(dump(tree), dump(checkReading(text)), 'reading on differs from reading anew');
    } catch (error) {
      failures++;
      console.log(
        `seed ${seed}, edit ${edit}: ${error instanceof Error ? error.message.slice(0, 1_000) : String(error)}`,
      );
      console.log(JSON.stringify(text));
      return;
    }
  }
}
