/** The order of findings: that of the text, and the worst first where several stand at one place. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/for-workspace';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';

const plan =
  'one_plan: 1\ntitle: One plan for Rutland\nstatus: draft\nperiod: {from: 2018-04-01, to: 2020-03-31}\nplace: {code: E06000017, name: Rutland}\n';
const worstFirst = ['error', 'warning', 'info'];

describe('the order of findings', () => {
  it('is worst first at one place', () => {
    const severity = { 'required-risk-missing': 'error', 'no-workforce-plan': 'info' } as const;
    const rules = new Map(
      Object.entries(severity).map(([rule, own]) => [rule, { severity: own, options: {} }] as const),
    );
    const { findings } = judge(analyse(plan), { ...noSettings, rules }, noWorkspace);
    const atTitle = findings.filter(({ at }) => plan.startsWith('One plan', at.start)).map(({ severity }) => severity);
    assert.deepEqual([...new Set(atTitle)], worstFirst);
    assert.deepEqual(
      atTitle,
      [...atTitle].sort((a, b) => worstFirst.indexOf(a) - worstFirst.indexOf(b)),
    );
  });

  it('is that of the text elsewhere, whatever weighs more', () => {
    const { findings } = judge(
      analyse(`${plan}milestones:\n  - {id: Late, deadline: 1/4/2021}\n`),
      noSettings,
      noWorkspace,
    );
    const starts = findings.map(({ at }) => at.start);
    assert.ok(starts.length > 3);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });
});
