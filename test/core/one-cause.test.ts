/** One slip in a plan that is sound gives one finding, under the word that is wrong, and its fix brings the plan back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/for-workspace';
import { applyEdits, type Finding } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';

const plan = readFileSync(join(__dirname, '../../samples/north-yorkshire.plan.yaml'), 'utf8');

/** What stands in the plan, what the author wrote instead, the rule that speaks, the word it points at. */
const slips: readonly (readonly [string, string, string, string])[] = [
  ['status: agreed', 'Status: agreed', 'unknown-key', 'Status'],
  ['status: agreed', 'status: Agreed', 'unknown-value', 'Agreed'],
  ['status: agreed', 'status = agreed', 'yaml-syntax', '='],
  ['people:\n', 'People:\n', 'unknown-key', 'People'],
  ['people:\n', 'people\n', 'yaml-syntax', 'people'],
  ['  - {id: d-okell', '  {id: d-okell', 'yaml-syntax', '{'],
  ['  - {id: d-okell', '  • {id: d-okell', 'yaml-syntax', '•'],
  ['    - id: care-homes\n', '      id: care-homes\n', 'yaml-syntax', 'id'],
  ['    - id: home-care\n', '      id: home-care\n', 'yaml-syntax', 'id'],
  ['      service: acute\n', '        service: acute\n', 'yaml-syntax', 'service'],
  ['      service: acute\n', '     service: acute\n', 'yaml-syntax', 'service'],
  ['      service: acute\n', '  service: acute\n', 'yaml-syntax', 'service'],
  ['      service: acute\n', '      service; acute\n', 'yaml-syntax', ';'],
  ['      service: acute\n', '      Service: acute\n', 'unknown-key', 'Service'],
  ['      pool_manager: g-sallow', '      pool manager: g-sallow', 'unknown-key', 'pool manager'],
  ['      pool_manager: g-sallow', '      pool-manager: g-sallow', 'unknown-key', 'pool-manager'],
  ['      host: county', '      Host: county', 'unknown-key', 'Host'],
  ['2017-18: £74m, ', '2017-18: £74m; ', 'yaml-syntax', ';'],
  ['2017-18: £74m, ', '2017-18: £74,000,000, ', 'read-differently', '£74,000,000'],
  ['2017-18: £74m, ', '2017/18: £74m, ', 'bad-year', '2017/18'],
  ['2017-18: £74m, ', '2017-18: £74 million, ', 'bad-money', '£74 million'],
  ['- {id: gp-federation,', '- {id: gp federation,', 'bad-id', 'gp federation'],
  ['- {id: carers-together,', '- {id: Carers-Together,', 'bad-id', 'Carers-Together'],
  ['deadline: 2017-06-30', 'deadline: 30/06/2017', 'bad-date', '30/06/2017'],
  ['deadline: 2020-03-06', 'deadline: 2021-04-01', 'deadline-past-limit', '2021-04-01'],
  ['pool_manager: g-sallow', 'pool_manager: G Sallow', 'unknown-reference', 'G Sallow'],
  ['lead: m-adeyinka\n      commissioner', 'lead: TBC\n      commissioner', 'unassigned-accountable-lead', 'TBC'],
];

describe('one slip', () => {
  for (const [right, wrong, rule, word] of slips) {
    it(`gives one finding: ${JSON.stringify(wrong)}`, () => {
      assert.ok(plan.includes(right));
      const text = plan.replace(right, wrong);
      const found = findingsIn(text);
      assert.deepEqual(
        found.map(finding => [finding.rule, text.slice(finding.at.start, finding.at.end)]),
        [[rule, word]],
        found.map(({ message }) => message).join('\n'),
      );
      const safe = found[0]?.fixes?.find(fix => fix.safe);
      if (safe) assert.deepEqual(findingsIn(applyEdits(text, safe.edits)), []);
    });
  }
});

function findingsIn(text: string): readonly Finding[] {
  return judge(analyse(text), noSettings, noWorkspace).findings;
}
