/** Commissioners are judged at the plan's period; where the lists of CCGs do not tell, in 2018-20, nothing is said. */
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/for-workspace';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { noSettings } from '../../../server/src/core/settings';

type Place = readonly [code: string, name: string];
const buckinghamshire: Place = ['E10000002', 'Buckinghamshire'];
const leeds: Place = ['E08000035', 'Leeds'];
const norfolk: Place = ['E10000020', 'Norfolk'];

/** What is said of the commissioners that a plan names, as severities and rules. */
function said(
  year: readonly [from: string, to: string],
  [code, name]: Place,
  names: readonly string[],
): readonly string[] {
  const kind = (commissioner: string) =>
    commissioner.endsWith('CCG') ? 'clinical-commissioning-group' : 'integrated-care-board';
  const partners = names
    .map((partner, index) => `  - {id: p${index}, name: ${partner}, type: ${kind(partner)}}\n`)
    .join('');
  const text = `one_plan: 1
title: One plan
status: agreed
period: {from: ${year[0]}, to: ${year[1]}}
place: {code: ${code}, name: ${name}}
partners:
  - {id: council, name: The council, type: upper-tier-council}
${partners}`;
  return judge(analyse(text), noSettings, noWorkspace)
    .findings.filter(({ rule }) => rule.startsWith('commissioner-'))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const in2017 = ['2017-04-01', '2018-03-31'] as const;
const in2018 = ['2018-04-01', '2019-03-31'] as const;
const in2019 = ['2019-04-01', '2020-03-31'] as const;
const in2020 = ['2020-04-01', '2021-03-31'] as const;
const in2025 = ['2025-04-01', '2026-03-31'] as const;
const in2026 = ['2026-04-01', '2027-03-31'] as const;

describe('commissioners by year', () => {
  it('are left undecided between the lists of April 2017 and of April 2020', () => {
    for (const year of [in2018, in2019]) {
      assert.deepEqual(said(year, buckinghamshire, ['NHS Aylesbury Vale CCG', 'NHS Chiltern CCG']), []);
      assert.deepEqual(said(year, buckinghamshire, ['NHS Buckinghamshire CCG']), []);
      assert.deepEqual(said(year, leeds, ['NHS Leeds North CCG']), []);
      assert.deepEqual(said(year, leeds, ['NHS Leeds CCG']), []);
    }
  });
  it('may have come at any day after the list that lacks them', () => {
    assert.deepEqual(said(in2017, leeds, ['NHS Leeds CCG']), []);
    assert.match(
      said(['2016-04-01', '2017-03-31'], leeds, ['NHS Leeds CCG']).join(),
      /not-in-period: .*did not exist yet/,
    );
  });
  it('had gone by the list that lacks them', () => {
    const [only, ...others] = said(in2020, leeds, ['NHS Leeds North CCG']);
    assert.match(only ?? '', /not-in-period: .*merged into another by 31 March 2020.*NHS Leeds CCG \(15F\)/);
    assert.deepEqual(others, []);
  });
  it('ended in the succession of April 2026, and the new ones began: one finding on each slip', () => {
    const old = 'NHS Norfolk and Waveney Integrated Care Board';
    const next = 'NHS Norfolk and Suffolk Integrated Care Board';
    assert.deepEqual(said(in2025, norfolk, [old]), []);
    assert.deepEqual(said(in2026, norfolk, [next]), []);
    assert.deepEqual(said(['2025-04-01', '2027-03-31'], norfolk, [old]), []);
    assert.deepEqual(said(['2025-04-01', '2027-03-31'], norfolk, [next]), []);
    const ended = said(in2026, norfolk, [old]);
    assert.equal(ended.length, 1, ended.join('\n'));
    assert.match(ended[0] ?? '', /not-in-period: .*ended on 31 March 2026.*Name NHS Norfolk and Suffolk/);
    const early = said(in2025, norfolk, [next]);
    assert.equal(early.length, 1, early.join('\n'));
    assert.match(early[0] ?? '', /not-in-period: .*did not exist until 1 April 2026.*NHS Norfolk and Waveney/);
  });
});
