/** The frameworks and the reference tables that come with the program are whole, and hold together. */
import assert from 'node:assert/strict';
import { frameworks } from '../../../server/src/core/reference/frameworks.generated';
import * as tables from '../../../server/src/core/reference/tables.generated';
import * as validators from '../../../server/src/core/schema/validators.generated';

describe('frameworks', () => {
  const known = ['beyond-barker-2015', 'better-care-fund-2025-26', 'better-care-fund-2026-27', 'joining-up-care-2022'];

  it('are the four, each accepted by its validator', () => {
    assert.deepEqual(
      frameworks()
        .map(framework => framework.id)
        .sort(),
      [...known].sort(),
    );
    for (const framework of frameworks()) {
      assert.ok(validators.framework(framework), JSON.stringify(validators.framework.errors));
    }
  });

  it('list no rule twice within a condition', () => {
    for (const framework of frameworks()) {
      for (const { id, rules } of framework.conditions?.values ?? []) {
        assert.equal(new Set(rules).size, rules.length, `${framework.id}: ${id}`);
      }
    }
  });

  it('ask for what the paper asks', () => {
    const barker = frameworks().find(framework => framework.id === 'beyond-barker-2015');
    assert.equal(barker?.last_date, '2020-12-31');
    assert.equal(barker?.services?.values.length, 6);
    assert.equal(barker?.options?.values.length, 3);
    assert.deepEqual(
      barker?.milestones?.values.map(milestone => milestone.type),
      ['single-commissioning-function', 'integrated-budget'],
    );
    const fund = frameworks().find(framework => framework.id === 'better-care-fund-2025-26');
    assert.equal(fund?.outcomes?.values.length, 3);
    assert.equal(fund?.sign_off?.values.filter(role => !role.delegable).length, 2);
    assert.equal(fund?.conditions?.values.length, 4);
    const now = frameworks().find(framework => framework.id === 'better-care-fund-2026-27');
    assert.equal(now?.last_date, '2027-03-31');
    assert.deepEqual(
      now?.conditions?.values.filter(({ status }) => status === undefined).map(({ id }) => id),
      ['agreed-by-board', 'neighbourhood-health'],
    );
  });
});

describe('reference tables', () => {
  const rowCounts = {
    placesJson: 165,
    placeSuccessionsJson: 14,
    integratedCareBoardsJson: 48,
    integratedCareBoardSuccessionsJson: 16,
    clinicalCommissioningGroupsJson: 448,
    placeIntegratedCareBoardOverlapsJson: 166,
    placeClinicalCommissioningGroupOverlapsJson: 189,
    nhsTrustsJson: 241,
    outcomeMeasuresJson: 58,
    betterCareFundListsJson: 183,
  } as const;

  const rowsOf = (name: keyof typeof rowCounts): readonly (readonly string[])[] => JSON.parse(tables[name]);

  for (const [name, count] of Object.entries(rowCounts)) {
    it(`${name} has ${count} rows of equal length`, () => {
      const rows = rowsOf(name as keyof typeof rowCounts);
      assert.equal(rows.length, count);
      assert.equal(new Set(rows.map(row => row.length)).size, 1);
    });
  }

  it('know 153 places of today, and North Yorkshire by its code of then and of now', () => {
    const places = rowsOf('placesJson');
    assert.equal(places.filter(row => row.at(-1) === '').length, 153);
    assert.ok(places.every(([code]) => /^E(06|08|09|10)\d{6}$/.test(code ?? '')));
    const yorkshire = places.filter(row => row[1] === 'North Yorkshire').map(row => [row[0], ...row.slice(-2)]);
    assert.deepEqual(yorkshire, [
      ['E06000065', '2023-04-01', ''],
      ['E10000023', '', '2023-03-31'],
    ]);
  });

  it('hold together: each code that one table names, another defines', () => {
    const places = new Set(rowsOf('placesJson').map(row => row[0]));
    const boards = new Set(rowsOf('integratedCareBoardsJson').map(row => row[0]));
    const groups = new Set(rowsOf('clinicalCommissioningGroupsJson').map(row => row[1]));
    for (const [from, to] of rowsOf('placeSuccessionsJson'))
      assert.ok(places.has(from) && places.has(to), `${from} ${to}`);
    for (const [from, to] of rowsOf('integratedCareBoardSuccessionsJson'))
      assert.ok(boards.has(from) && boards.has(to));
    for (const [place, board] of rowsOf('placeIntegratedCareBoardOverlapsJson'))
      assert.ok(places.has(place) && boards.has(board));
    for (const [place, group] of rowsOf('placeClinicalCommissioningGroupOverlapsJson')) {
      assert.ok(places.has(place) && groups.has(group), `${place} ${group}`);
    }
  });

  it('follow on from each other to the day', () => {
    const lastDays = new Map(rowsOf('placesJson').map(row => [row[0], row.at(-1)]));
    const firstDays = new Map(rowsOf('placesJson').map(row => [row[0], row.at(-2)]));
    for (const [from = '', to = '', date = ''] of rowsOf('placeSuccessionsJson')) {
      const eve = new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      assert.deepEqual([lastDays.get(from), firstDays.get(to)], [eve, date], `${from} ${to}`);
    }
  });

  it('give shares of a place that sum to one', () => {
    const sums = new Map<string, number>();
    for (const [place = '', , share] of rowsOf('placeIntegratedCareBoardOverlapsJson')) {
      sums.set(place, (sums.get(place) ?? 0) + Number(share));
    }
    assert.equal(sums.size, 153);
    for (const [place, sum] of sums) assert.ok(Math.abs(sum - 1) < 0.01, `${place} ${sum}`);
  });

  it('carry a version and the attribution', () => {
    assert.match(tables.dataVersion, /^\d{4}-\d{2}-\d{2}$/);
    assert.match(tables.dataAttribution, /Open Government Licence/);
  });
});
