/** New plans: for every place, under every framework, with every option, what is found in them is only what is still to do. */
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/for-workspace';
import { formatted } from '../../../server/src/core/format/format';
import {
  fileNameFor,
  findPlace,
  frameworkNamed,
  newPlan,
  type Period,
  proposedFramework,
  readDate,
  shippedFrameworks,
  startingChoices,
  usualPeriod,
} from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { placesIn } from '../../../server/src/core/reference/places';
import { textRules } from '../../../server/src/core/rules/text/text-rules';
import { noSettings } from '../../../server/src/core/settings';

/** What a place itself must still decide, write or ask. Anything else would be a fault of the new plan. */
const TO_DO: ReadonlySet<string> = new Set([
  'commissioner-missing-for-place',
  'decision-no-decider',
  'dispute-route-missing',
  'missing-budget-amount',
  'no-workforce-plan',
  'option-incomplete',
  'option-not-chosen',
  'outcome-no-baseline',
  'outcome-unfunded',
  'partner-deficit-silent',
  'required-risk-missing',
  'required-subject-missing',
  'service-missing',
  'unassigned-accountable-lead',
]);

describe('a new plan', () => {
  for (const framework of shippedFrameworks()) {
    const period = usualPeriod(framework);
    const places = placesIn(period.from, period.to);
    for (const option of [undefined, ...framework.options.values]) {
      it(`for each of ${places.length} places under ${framework.id}, ${option ?? 'no option yet'}`, () => {
        assert.ok(places.length >= 150);
        for (const place of places) {
          const text = newPlan({ place, period, framework, ...(option === undefined ? {} : { option }) });
          const analysis = analyse(text);
          assert.deepEqual(analysis.faults, [], place.name);
          assert.equal(formatted(text), text, place.name);
          const { findings, crashes } = judge(analysis, noSettings, noWorkspace);
          assert.deepEqual(crashes, []);
          const wrong = findings.filter(({ rule }) => !isToDo(rule, framework.id, place.code, period));
          assert.deepEqual(
            wrong.map(finding => `${place.name}: ${finding.rule} ${finding.message}`),
            [],
          );
          assert.ok(findings.some(({ rule }) => rule === 'unassigned-accountable-lead'));
        }
      });
    }
  }

  it('has every year of its period behind each amount', () => {
    const framework = barker();
    const found = findPlace('Leeds', usualPeriod(framework));
    assert.ok('place' in found);
    const text = newPlan({ place: found.place, framework, period: { from: '2015-04-01', to: '2020-03-31' } });
    const amounts = text.split('amounts:\n').slice(1);
    // The council's money and a line for each of the six services; the groups of 2015 are not known.
    assert.equal(amounts.length, 7);
    for (const years of amounts)
      assert.deepEqual(years.match(/\d{4}-\d{2}(?=:$)/gm)?.slice(0, 5), [
        '2015-16',
        '2016-17',
        '2017-18',
        '2018-19',
        '2019-20',
      ]);
  });

  it('puts no milestone after the limits of its framework, unless the period itself begins after them', () => {
    const framework = barker();
    const { place } = leeds();
    const early = newPlan({ place, framework, period: { from: '2020-04-01', to: '2023-03-31' } });
    for (const [, type, deadline] of early.matchAll(/type: (single-\S+|integrated-\S+), lead: TBC, deadline: (\S+)}/g))
      assert.ok(deadline !== undefined && deadline <= '2020-12-31', `${type} ${deadline}`);
    const late = analyse(newPlan({ place, framework, period: { from: '2022-04-01', to: '2025-03-31' } }));
    assert.deepEqual(late.faults, []);
  });

  it('lists as comments who must sign, so that they can be filled in when the plan is agreed', () => {
    const framework = frameworkNamed('better-care-fund-2025-26') ?? barker();
    const text = newPlan({ ...leeds(), framework, period: usualPeriod(framework) });
    const withSignatures = text
      .replace(/^# (sign_off:| {2}- )/gm, '$1')
      .replaceAll('person: , ', 'person: TBC, ')
      .replaceAll('date: }', 'date: 2025-03-14}');
    const analysis = analyse(withSignatures);
    assert.deepEqual(analysis.faults, []);
    assert.ok(analysis.document?.kind === 'one-plan');
    assert.equal(analysis.document.signOff.items.length, framework.signOff.values.length);
  });

  it('is a draft unless it is said otherwise', () => {
    const framework = barker();
    const asked = { ...leeds(), framework, period: usualPeriod(framework) };
    assert.match(newPlan(asked), /^status: draft$/m);
    assert.match(newPlan({ ...asked, status: 'consultation' }), /^status: consultation$/m);
  });
});

describe('the usual period of a framework', () => {
  for (const [id, period] of [
    ['beyond-barker-2015', { from: '2017-04-01', to: '2020-03-31' }],
    ['joining-up-care-2022', { from: '2023-04-01', to: '2026-03-31' }],
    ['better-care-fund-2025-26', { from: '2025-04-01', to: '2026-03-31' }],
    ['better-care-fund-2026-27', { from: '2026-04-01', to: '2027-03-31' }],
  ] as const) {
    it(`is ${period.from} to ${period.to} for ${id}`, () => {
      const framework = frameworkNamed(id);
      assert.ok(framework);
      assert.deepEqual(usualPeriod(framework), period);
    });
  }
});

describe('the place that is meant', () => {
  const barkerYears: Period = { from: '2017-04-01', to: '2020-03-31' };
  const later: Period = { from: '2023-04-01', to: '2026-03-31' };
  for (const [written, period, expected] of [
    ['North Yorkshire', barkerYears, 'E10000023'],
    ['north yorkshire', later, 'E06000065'],
    ['E10000023', barkerYears, 'E10000023'],
    ['e06000065', later, 'E06000065'],
    ['York', barkerYears, 'E06000014'],
    ['Durham', barkerYears, 'E06000047'],
    ['St Helens', barkerYears, 'E08000013'],
    ['Kirklees', barkerYears, 'E08000034'],
    ['Kirk', barkerYears, 'E08000034'],
    ['Sheffield', later, 'E08000019'],
    ['Sheffield', { from: '2025-04-01', to: '2026-03-31' }, 'E08000039'],
  ] as const) {
    it(`${written} from ${period.from} is ${expected}`, () => {
      const found = findPlace(written, period);
      assert.equal('place' in found ? found.place.code : found.why, expected);
    });
  }
  for (const [written, period, why] of [
    [
      'yorkshire',
      later,
      '"yorkshire" may be more than one place. Write East Riding of Yorkshire (E06000011) or North Yorkshire (E06000065).',
    ],
    [
      'Nort Yorkshire',
      later,
      'There is no place "Nort Yorkshire" with a health and wellbeing board. Write "North Yorkshire".',
    ],
    [
      'Atlantis',
      later,
      'There is no place "Atlantis" with a health and wellbeing board. Write the name of a county, a unitary authority or a borough.',
    ],
    [
      '',
      later,
      'There is no place "" with a health and wellbeing board. Write the name of a county, a unitary authority or a borough.',
    ],
    [
      'Cumbria',
      later,
      'Cumbria (E10000006) had no plan of its own from 2023-04-01 to 2026-03-31. Write Cumberland (E06000063) or Westmorland and Furness (E06000064).',
    ],
    [
      'Cumberland',
      barkerYears,
      'Cumberland (E06000063) had no plan of its own from 2017-04-01 to 2020-03-31. Choose another period.',
    ],
  ] as const) {
    it(`"${written}" from ${period.from} is not guessed at`, () => {
      assert.deepEqual(findPlace(written, period), { why });
    });
  }
});

describe('what is asked before a new plan is made', () => {
  it('offers every place and framework, a team’s own frameworks first', () => {
    const own = { ...barker(), id: 'our-region', title: 'Our region' };
    const { places, frameworks } = startingChoices([own]);
    assert.ok(places.length >= 153);
    assert.deepEqual(frameworks.map(({ id }) => id).slice(0, 2), ['our-region', 'beyond-barker-2015']);
    for (const { period } of frameworks) assert.ok('date' in readDate(period.from) && period.from < period.to);
  });
  for (const [day, ids] of [
    ['2026-11-27', ['better-care-fund-2026-27', 'beyond-barker-2015', 'better-care-fund-2025-26']],
    ['2025-06-01', ['better-care-fund-2025-26', 'joining-up-care-2022', 'beyond-barker-2015']],
    ['2018-06-01', ['beyond-barker-2015', 'better-care-fund-2025-26', 'better-care-fund-2026-27']],
    ['2040-01-01', ['beyond-barker-2015', 'better-care-fund-2025-26', 'better-care-fund-2026-27']],
    [undefined, ['beyond-barker-2015', 'better-care-fund-2025-26', 'better-care-fund-2026-27']],
  ] as const) {
    it(`proposes ${ids[0]} first on ${day ?? 'a day that is not known'}`, () => {
      const { frameworks } = startingChoices([], day);
      assert.deepEqual(frameworks.map(({ id }) => id).slice(0, 3), ids);
      for (const { period, holdsDay } of frameworks)
        assert.equal(holdsDay, day !== undefined && period.from <= day && day <= period.to);
      assert.equal(proposedFramework([], day)?.id, ids[0]);
    });
  }
  it('puts a team’s own framework before the national one of the same day, and behind it where its years are over', () => {
    const own = { ...barker(), id: 'our-region', source: { title: 'Ours', date: '2025-01' } };
    const first = (lastDate: string, day: string) => startingChoices([{ ...own, lastDate }], day).frameworks[0]?.id;
    assert.equal(first('2028-03-31', '2026-11-27'), 'our-region');
    assert.equal(first('2026-03-31', '2026-11-27'), 'better-care-fund-2026-27');
    assert.equal(startingChoices([{ ...own, lastDate: '2026-03-31' }], '2026-11-27').frameworks[1]?.id, 'our-region');
  });
  it('names the file after the place', () => {
    const { place } = leeds();
    assert.equal(fileNameFor({ ...place, name: 'Bristol, City of' }), 'bristol-city-of.plan.yaml');
    assert.equal(fileNameFor({ ...place, name: 'King’s Lynn & St. Ives' }), 'kings-lynn-st-ives.plan.yaml');
  });
});

/** Findings of the text never are; where no group of the time is known, the NHS side is for the author to add. */
function isToDo(rule: string, framework: string, code: string, { from }: Period): boolean {
  if (textRules.some(({ id }) => id === rule)) return false;
  if (rule === 'partners-one-sided') {
    const place = placesIn(from, from).find(known => known.code === code);
    return framework === 'beyond-barker-2015' && place !== undefined;
  }
  return TO_DO.has(rule);
}

function barker() {
  const framework = frameworkNamed('beyond-barker-2015');
  assert.ok(framework);
  return framework;
}

function leeds() {
  const found = findPlace('Leeds', { from: '2017-04-01', to: '2020-03-31' });
  assert.ok('place' in found);
  return { place: found.place };
}
