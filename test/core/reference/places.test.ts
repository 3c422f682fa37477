/** The table of places: every code that was replaced leads to one that is there, and every name finds its place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isNameOf,
  lastCodeOf,
  placesNamed,
  placeWithCode,
  predecessorsOf,
  standingIn,
  successorsOf,
} from '../../../server/src/core/reference/places';

const codes = readFileSync(join(__dirname, '../../../schemas/reference/places.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap(line => /^E\d{8}/.exec(line)?.[0] ?? []);

describe('places', () => {
  it('knows every code of the table, and each by its names in any case', () => {
    assert.ok(codes.length > 150);
    for (const code of codes) {
      const place = placeWithCode(code);
      assert.ok(place, code);
      assert.ok(isNameOf(place, place.name.toUpperCase()), place.name);
      assert.ok(isNameOf(place, place.officialName.toLowerCase()), place.officialName);
    }
  });

  it('leads from every code that has ended to one that is later', () => {
    for (const code of codes) {
      const place = placeWithCode(code);
      if (!place?.validTo) continue;
      const later = successorsOf(place);
      assert.ok(later.length > 0, `nothing came after ${code}`);
      for (const next of later) {
        assert.ok(next.on > place.validTo, code);
        assert.ok(predecessorsOf(next.place).includes(place), code);
      }
    }
  });

  it('judges a code by the days on which it was current, its last day included', () => {
    const county = placeWithCode('E10000023');
    const council = placeWithCode('E06000065');
    assert.ok(county && council);
    assert.equal(standingIn(county, '2023-03-31', '2024-03-31'), 'current');
    assert.equal(standingIn(county, '2023-04-01', '2024-03-31'), 'ended');
    assert.equal(standingIn(council, '2022-04-01', '2023-03-31'), 'not yet');
    assert.equal(standingIn(council, '2022-04-01', '2023-04-01'), 'current');
  });

  it('takes two codes of one place for the same, and a place that was reorganised for another', () => {
    assert.equal(lastCodeOf('E08000016'), lastCodeOf('E08000038'));
    assert.notEqual(lastCodeOf('E10000023'), lastCodeOf('E06000065'));
    assert.equal(lastCodeOf('no code'), 'no code');
  });

  it('puts a place that is current before those that have ended', () => {
    assert.equal(placesNamed('north yorkshire')[0]?.code, 'E06000065');
    assert.deepEqual(placesNamed('nowhere'), []);
  });
});
