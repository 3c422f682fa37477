/** Next year's plan of this year's: what goes on, what is left to fill, and what is left out and told. */
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/for-workspace';
import { formatted } from '../../../server/src/core/format/format';
import { newPlan, usualPeriod } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { placesIn } from '../../../server/src/core/reference/places';
import { noSettings } from '../../../server/src/core/settings';
import { nextPlan } from '../../../server/src/core/start/next-year/next-plan';
import { allSamples, ruleFixtures } from '../../support/plan-texts';
import { framework, made, named, period, planOf, suffolk, tyneside } from './this-year';

describe("next year's plan", () => {
  it('carries over people, partners, bodies, schemes, outcomes and lines, with every amount to fill beside last year’s', () => {
    const { text, fileName } = made(tyneside);
    assert.equal(fileName, 'north-tyneside-2026-27.plan.yaml');
    const [before, after] = [planOf(tyneside), planOf(text)];
    const ids = (items: readonly { id: { value: string | undefined } }[]) => items.map(({ id }) => id.value);
    for (const part of ['people', 'partners', 'schemes', 'outcomes', 'risks'] as const)
      assert.deepEqual(ids(after[part].items), ids(before[part].items), part);
    assert.deepEqual(ids(after.governance.bodies), ids(before.governance.bodies));
    assert.deepEqual(ids(after.budget.lines.items), ids(before.budget.lines.items));
    assert.deepEqual(ids(after.budget.contributions.items), ids(before.budget.contributions.items));
    for (const { amounts, id } of [...after.budget.lines.items, ...after.budget.contributions.items]) {
      assert.deepEqual([amounts.years.map(({ year }) => year), amounts.has('2026-27')], [['2026-27'], false], id.value);
    }
    assert.match(text, /^ {6}amounts: \{2026-27:\} # 2025-26: £9\.1m$/m);
    assert.match(
      text,
      /id: nhs-minimum, .*amounts: \{2026-27:\}, minimum: \{2026-27:\}\} # 2025-26: £20\.4m; minimum 2025-26: £20\.4m$/m,
    );
    assert.match(text, /^ {4}targets: \{2026-27:\} # target 2025-26: 21400$/m);
    assert.deepEqual([after.status.value, after.framework.value], ['draft', 'better-care-fund-2026-27']);
    assert.deepEqual(
      [after.from.value, after.to.value, after.title.value],
      ['2026-04-01', '2027-03-31', 'Better Care Fund plan for North Tyneside, 2026-27'],
    );
    assert.equal(formatted(text), text);
  });

  it('drops what is done or of one year, calls new work existing, and lists all of that above the plan', () => {
    const { text, account } = made(tyneside);
    const plan = planOf(text);
    assert.deepEqual([plan.milestones.items.length, plan.stops.items.length, plan.signOff.items.length], [0, 0, 0]);
    assert.deepEqual(
      plan.schemes.items.map(({ novelty }) => novelty.value),
      Array(6).fill('existing'),
    );
    assert.deepEqual(
      plan.outcomes.items.map(({ edition }) => edition.value),
      Array(3).fill('2026-27'),
    );
    const told = account.leftOut.join('\n');
    for (const words of [
      /^7 milestones that are done: .*"Review of the year"$/m,
      /^1 stop: "Five step-up beds"$/m,
      /^5 signatures$/m,
      /^the narrative \(summary\)$/m,
      /^the gap of each year$/m,
      /^whether 5 amounts are settled$/m,
    ])
      assert.match(told, words);
    assert.match(account.changed.join('\n'), /^Scheme "Falls car" was new, and is existing now\.$/m);
    for (const line of [...account.leftOut, ...account.changed, ...account.readAgain])
      assert.ok(text.includes(`#   - ${line}\n`), line);
    assert.doesNotMatch(text, /Sample plan/);
  });

  it('follows boards that became one, names the one everywhere, and tells so', () => {
    const { text, account } = made(suffolk);
    assert.doesNotMatch(text.replace(/^#.*$/gm, ''), /waveney|QMM|QJG/);
    assert.match(
      text,
      /^ {4}name: NHS Norfolk and Suffolk Integrated Care Board\n {4}type: integrated-care-board\n {4}code: T6Y0W$/m,
    );
    assert.match(text, /members: \[council, snee\]/);
    assert.match(text, /^ {6}members:\n {8}- snee\n {8}- council$/m);
    assert.match(text, /caps: \{council: £1m, snee: £2m\}/);
    assert.match(
      text,
      /id: two, partner: snee, source: nhs-minimum, amounts: \{2026-27:\}, recurrent: true\} # 2025-26: £1m$/m,
    );
    assert.match(text, /provider: snee$/m);
    const told = account.changed.join('\n');
    assert.match(
      told,
      /^NHS Suffolk and North East Essex Integrated Care Board ended on 31 March 2026: NHS Norfolk and Suffolk Integrated Care Board \(T6Y0W\) stands in its place\.$/m,
    );
    assert.match(told, /^Partner "waveney" became the same body as "snee": it is that one everywhere\.$/m);
    assert.ok(account.leftOut.includes('what stands for "waveney" where "snee" has its own'));
    assert.deepEqual(analyse(text).faults, []);
  });

  it('keeps days as they are, and takes away what pointed at what is gone', () => {
    const { text, account } = made(suffolk);
    const [go, check, ...more] = planOf(text).milestones.items;
    assert.equal(more.length, 0);
    assert.deepEqual([go?.deadline.value, check?.deadline.value], ['2026-02-01', '2026-03-01']);
    assert.doesNotMatch(
      text.replace(/^#.*$/gm, ''),
      /signed\b(?!:)|oneplan-waive|status: (?:confirmed|indicative)|confirmed_by/,
    );
    assert.match(text, /^ {2}- \{id: go, .*deadline: 2026-02-01\}$/m);
    assert.match(text, /depends_on: \[go\]\}$/m);
    assert.match(text, /kind: pooled, legal_basis: section-75-pooled/);
    assert.match(text, /^ {6}2026-27: # forecast 2025-26: -£1m # in deficit$/m);
    assert.match(text, /^ {8}2026-27: # 2025-26: £3m$/m);
    assert.match(text, /^ {4}novelty: existing # as before$/m);
    assert.match(text, /amounts: \{2026-27:\}\} # 2025-26: £2m$/m);
    assert.match(
      text,
      /^status: draft\nframework: better-care-fund-2026-27\n# A word on the period\.\nperiod: \{from: 2026-04-01, to: 2027-03-31\}$/m,
    );
    assert.ok(account.leftOut.includes('1 waiver'));
    assert.ok(account.readAgain.some(line => line === 'The deadlines, which are as they were: "Go live" and "Check"'));
  });

  it('keeps line breaks of Windows, and several years', () => {
    const { text, fileName } = made(tyneside.replaceAll('\n', '\r\n'), {
      period: { from: '2026-04-01', to: '2029-03-31' },
    });
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(text, /amounts: \{2026-27:, 2027-28:, 2028-29:\} # 2025-26: £9\.1m\r$/m);
    assert.equal(fileName, 'north-tyneside-2026-29.plan.yaml');
    assert.deepEqual(analyse(text).faults, []);
  });

  it('has no fault in its text that was not in this year’s, of whatever plan it is made', function () {
    this.timeout(120_000);
    let count = 0;
    for (const { name, text } of [...allSamples(), ...ruleFixtures()]) {
      for (const under of [framework, named('beyond-barker-2015')]) {
        const before = analyse(text);
        const next = nextPlan(before, { framework: under, period: usualPeriod(under), from: 'a.plan.yaml' });
        if (!('text' in next)) continue;
        count++;
        const known = new Set(before.faults.map(({ rule, at }) => `${rule} ${text.slice(at.start, at.end)}`));
        const added = analyse(next.text).faults.filter(
          ({ rule, at }) => !known.has(`${rule} ${next.text.slice(at.start, at.end)}`),
        );
        assert.deepEqual(
          added.map(({ message }) => message),
          [],
          `${name} under ${under.id}`,
        );
        if (formatted(text) === text) assert.equal(formatted(next.text), next.text, name);
      }
    }
    assert.ok(count > 150, String(count));
  });

  it('has the right commissioners for each of the 153 places', function () {
    this.timeout(120_000);
    const before = named('better-care-fund-2025-26');
    const about = new Set([
      'commissioner-not-in-period',
      'commissioner-outside-place',
      'commissioner-missing-for-place',
      'partners-one-sided',
      'place-code-superseded',
    ]);
    let places = 0;
    for (const place of placesIn('2025-04-01', '2026-03-31')) {
      const { text } = made(newPlan({ place, framework: before, period: usualPeriod(before) }));
      const { findings } = judge(analyse(text), { ...noSettings, as: 'agreed' }, noWorkspace);
      // Of a board that was split among several, only its author knows which of them has the place.
      const isOpen = /may also be/.test(newPlan({ place, framework, period }));
      const wrong = findings.filter(
        ({ rule }) => about.has(rule) && !(isOpen && rule === 'commissioner-not-in-period'),
      );
      assert.deepEqual(
        wrong.map(({ message }) => message),
        [],
        place.name,
      );
      assert.deepEqual(analyse(text).faults, []);
      places++;
    }
    assert.equal(places, 153);
  });
});
