/** Reading on from the version before gives exactly what reading the whole text gives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../server/src/core/syntax/parse';
import { applyEdits } from '../../../server/src/core/text/edit';
import { itAtRandom } from '../../support/seed';
import { dump } from './plain-data';
import { randomEdit, seeded } from './random-edit';
import { checkPlaces } from './reading';
import { mistakes, samples } from './texts';

describe('reading on from the version before', () => {
  const texts = [...samples(), ...mistakes()].map(({ text }) => text).filter(text => text.length < 6_000);

  itAtRandom('equals reading anew, after any edits', seed => {
    const property = fc.property(fc.nat(), fc.nat(texts.length - 1), (dice, chosen) => {
      const random = seeded(dice);
      let text = texts[chosen] ?? '';
      let tree = parse(text);
      for (let count = 0; count < 15; count++) {
        text = applyEdits(text, [randomEdit(text, random)]);
        tree = parse(text, tree);
        checkPlaces(tree);
        assert.equal(dump(tree), dump(parse(text)), JSON.stringify(text));
      }
    });
    fc.assert(property, { seed, numRuns: 150 });
  });

  it('takes over the chunks that an edit does not touch', () => {
    const long = samples().find(({ name }) => name === 'long.plan.yaml')?.text ?? '';
    const before = parse(long);
    const known = new Set(before.chunks.map(({ reading }) => reading));
    const after = parse(long.replace('title: ', 'title: Our '), before);
    const anew = after.chunks.filter(({ reading }) => !known.has(reading));
    assert.ok(before.chunks.length > 100);
    assert.equal(anew.length, 1);
  });

  it('leaves the rest of a plan as it was while a quote is open at its very top', () => {
    for (const quote of ['"', "'"]) {
      const plan = 'one_plan: 1\ntitle: T\nschemes:\n  - {id: a, name: A}\n';
      const { faults, root } = parse(`${quote}${plan}`);
      assert.ok(faults.length > 0 && faults.every(({ at }) => at.start < 'one_plan: 1\n'.length));
      assert.deepEqual(root.get('title')?.kind, 'scalar');
      assert.deepEqual(root.get('schemes')?.kind, 'list');
    }
  });
});
