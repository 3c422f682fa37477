/** Waivers: what they are for, what they silence and what is left of them. */
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/for-workspace';
import type { Settings } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { noSettings } from '../../../server/src/core/settings';

const head =
  'one_plan: 1\ntitle: One plan for Rutland\nstatus: STATUS\nperiod: {from: 2018-04-01, to: 2020-03-31}\nplace: {code: E06000017, name: Rutland}\n';

function judged(body: string, status = 'draft', settings: Settings = noSettings) {
  return judge(analyse(head.replace('STATUS', status) + body), settings, noWorkspace);
}

const waived =
  'milestones:\n  # oneplan-waive deadline-past-limit: the new council begins then (board, until 2019-03-31)\n  - {id: late, title: Late, deadline: 2021-04-01}\n';

describe('waivers', () => {
  it('take a finding out of the report and keep it with their reason, owner and end', () => {
    const [entry, ...others] = judged(waived).waived;
    assert.deepEqual(others, []);
    assert.equal(entry?.finding.rule, 'deadline-past-limit');
    assert.equal(entry?.waiver.reason, 'the new council begins then');
    assert.equal(entry?.waiver.owner, 'board');
    assert.equal(entry?.waiver.until, '2019-03-31');
  });

  it('are never past their date when nobody says which day it is', () => {
    assert.deepEqual(ruleIdsOf(judged(waived), 'waiver'), []);
    assert.deepEqual(ruleIdsOf(judged(waived, 'draft', { ...noSettings, today: '2019-04-01' }), 'waiver'), [
      'expired-waiver',
    ]);
  });

  it('are not unused where their rule was not asked: in a superseded plan, or switched off', () => {
    const unneeded = waived.replace('2021-04-01', '2019-04-01');
    assert.deepEqual(ruleIdsOf(judged(unneeded), 'waiver'), ['unused-waiver']);
    assert.deepEqual(ruleIdsOf(judged(unneeded, 'superseded'), 'waiver'), []);
    const off: Settings = { ...noSettings, rules: new Map([['deadline-past-limit', { severity: 'off' as const }]]) };
    assert.deepEqual(ruleIdsOf(judged(unneeded, 'draft', off), 'waiver'), []);
  });
});

function ruleIdsOf({ findings }: ReturnType<typeof judge>, ending: string): readonly string[] {
  return findings.map(({ rule }) => rule).filter(rule => rule.endsWith(ending));
}
