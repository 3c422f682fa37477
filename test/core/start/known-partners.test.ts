/** The partners that a new plan of 2026-27 is proposed with: the boards of April 2026, for every place. */
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/for-workspace';
import { findPlace, frameworkNamed, knownPartners, newPlan, type Period } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { boardsAfter } from '../../../server/src/core/reference/commissioners';
import { placesIn } from '../../../server/src/core/reference/places';
import { noSettings } from '../../../server/src/core/settings';

describe('the partners that are proposed for 2026-27', () => {
  const period: Period = { from: '2026-04-01', to: '2027-03-31' };
  const framework = frameworkNamed('better-care-fund-2026-27') ?? assert.fail();
  const about = new Set(['commissioner-not-in-period', 'commissioner-outside-place', 'commissioner-missing-for-place']);
  const places = placesIn(period.from, period.to);

  it(`are right for each of the 153 places`, function () {
    this.timeout(60_000);
    assert.equal(places.length, 153);
    for (const place of places) {
      const text = newPlan({ place, period, framework });
      const { findings } = judge(analyse(text), { ...noSettings, as: 'agreed' }, noWorkspace);
      const wrong = findings.filter(({ rule }) => about.has(rule) || rule === 'partners-one-sided');
      assert.deepEqual(
        wrong.map(({ message }) => message),
        [],
        place.name,
      );
      const codes = [...text.matchAll(/type: integrated-care-board, code: (\w+)}/g)].map(([, code]) => code);
      assert.ok(codes.length > 0 && new Set(codes).size === codes.length, `${place.name}: ${codes}`);
    }
  });
  it('are the boards of April 2026, with a word on each board that ended', () => {
    let told = 0;
    for (const place of places) {
      const { partners, small, ended } = knownPartners(place, period);
      const before = knownPartners(place, { from: '2026-03-01', to: '2026-03-31' });
      const now = new Set([...partners, ...small].map(({ code }) => code));
      const gone = [...before.partners, ...before.small].filter(({ code }) => !now.has(code) && code !== place.code);
      const isTold = ({ name }: { name: string }) =>
        ended.some(line => line.startsWith(`${name} ended on 31 March 2026.`));
      for (const board of gone) {
        if (boardsAfter(board.code).length === 0) assert.fail(`${place.name}: ${board.name}`);
        assert.ok(isTold(board), `${place.name}: ${board.name}`);
      }
      if (gone.length > 0) told++;
    }
    assert.equal(told, 38);
  });
  for (const [name, codes, notes] of [
    [
      'Norfolk',
      ['T6Y0W'],
      [/^NHS Norfolk and Waveney .* ended on 31 March 2026\. NHS Norfolk and Suffolk .* took over/],
    ],
    [
      'Suffolk',
      ['T6Y0W'],
      [/^NHS Suffolk and North East Essex .* NHS Norfolk and Suffolk .* took over/, /^NHS Norfolk and W/],
    ],
    ['Essex', ['D7T5G'], [/^NHS Mid and South Essex/, /^NHS Suffolk and North East Essex/, /^NHS Hertfordshire and W/]],
    [
      'Surrey',
      ['S9B9J'],
      [/^NHS Surrey Heartlands/, /^NHS Frimley .* NHS Surrey and Sussex Integrated Care Board took over/],
    ],
    [
      'Slough',
      ['S0E4D'],
      [/^NHS Frimley .* or NHS Hampshire .* took over from it here\.$/, /^It may also be .*: keep the right one/],
    ],
    [
      'North Yorkshire',
      ['QOQ', 'QWO', 'QE1'],
      [/^NHS Lancashire and South Cumbria .* less than 2% .* ask whether it signs/],
    ],
    ['Leeds', ['QWO'], []],
  ] as const) {
    it(`of ${name} are ${codes.join(', ')}`, () => {
      const found = findPlace(name, period);
      assert.ok('place' in found);
      const { partners, small, notes: said } = knownPartners(found.place, period);
      assert.deepEqual(
        [...partners.slice(1), ...small].map(({ code }) => code),
        codes,
      );
      assert.equal(said.length, notes.length, said.join('\n'));
      for (const [index, pattern] of notes.entries()) assert.match(said[index] ?? '', pattern);
    });
  }
  it('give no money and sit on no board where they are only to be asked', () => {
    const found = findPlace('North Yorkshire', period);
    assert.ok('place' in found);
    const text = newPlan({ place: found.place, period, framework });
    assert.match(text, /^ {2}- \{id: lancashire-south-cumbria-icb, /m);
    assert.equal(text.match(/lancashire-south-cumbria-icb/g)?.length, 1);
  });
});
