/** Completion: what is offered where, whole items, what the tables know; in broken plans and in large ones. */
import assert from 'node:assert/strict';
import {
  analyse,
  type Completion,
  complete,
  completeSettingsFile,
  hoverSettingsFile,
  type SettingsFileKind,
  withoutTabStops,
} from '../../../../server/src/core/for-workspace';
import { applyEdits } from '../../../../server/src/core/index';
import { noSettings } from '../../../../server/src/core/settings';
import { allSamples } from '../../../support/plan-texts';

const head = 'one_plan: 1\ntitle: One plan for North Yorkshire\nperiod: {from: 2018-04-01, to: 2020-03-31}\n';
const place = 'place: {code: E10000023, name: North Yorkshire}\n';

describe('completion', () => {
  it('offers the keys that must be there first, then the rest as the format has them', () => {
    const keys = labels(`${head}place:\n  $0`);
    assert.deepEqual(keys.slice(0, 3), ['code', 'name', 'population']);
    assert.ok(!labels(`${head}$0`).includes('title'));
  });

  it('offers no key twice, in the middle of a mapping as well', () => {
    const text = `${head}milestones:\n  - id: a\n    $0\n    deadline: 2018-04-01\n`;
    assert.deepEqual(
      labels(text).filter(label => label === 'id' || label === 'deadline'),
      [],
    );
    assert.ok(labels('one_plan: 1\nmilestones: [{id: a, $0, deadline: 2018-04-01}]\n').includes('title'));
  });

  it('writes a place by its name with its code, as far as the item lacks them', () => {
    assert.equal(
      chosen(`${head}place: {code: $0}\n`, 'E10000023'),
      `${head}place: {code: E10000023, name: North Yorkshire}\n`,
    );
    assert.equal(chosen(`${head}place:\n  name: $0\n`, 'Leeds'), `${head}place:\n  name: Leeds\n  code: E08000035\n`);
    assert.equal(
      chosen(`${head}place: {code: $0, name: Leeds}\n`, 'E08000035'),
      `${head}place: {code: E08000035, name: Leeds}\n`,
    );
  });

  it('judges codes at the period of the plan', () => {
    const later = head.replace('2018-04-01', '2024-04-01').replace('2020-03-31', '2025-03-31');
    assert.ok(labels(`${head}place: {code: $0}\n`).includes('E10000023'));
    assert.ok(!labels(`${later}place: {code: $0}\n`).includes('E10000023'));
    assert.ok(labels(`${later}place: {code: $0}\n`).includes('E06000065'));
  });

  it('offers the partners of the place and the period, but for those that are there', () => {
    const first = labels(`${head}${place}partners:\n  - $0\n`);
    assert.ok(first.includes('North Yorkshire County Council'));
    assert.ok(first.includes('NHS Vale of York CCG'), first.join('; '));
    const later = labels(`${head}${place}partners:\n  - {id: county, name: North Yorkshire County Council}\n  - $0\n`);
    assert.ok(!later.includes('North Yorkshire County Council'));
  });

  it('offers measures by code or by words, with what belongs to them', () => {
    const text = `${head}outcomes:\n  - framework: ASCOF\n    edition: 2023-24\n    code: $0\n`;
    const { filter = '' } = offered(text).find(({ label }) => label === '2B') ?? {};
    assert.match(filter, /admission to residential/);
    assert.match(chosen(text, '2B'), /code: 2B\n {4}name: Number of adults aged 18 to 64/);
  });

  it('offers the milestones and the roles of the framework as whole items', () => {
    const milestones = labels(`${head}milestones:\n  - {id: a, type: integrated-budget}\n  - $0\n`);
    assert.ok(milestones.includes('Single commissioning function') && !milestones.includes('Integrated budget'));
    assert.ok(labels(`${head}sign_off:\n  - role: $0\n`).includes('Health and Wellbeing Board Chair'));
    assert.ok(labels(`${head}sign_off:\n  - $0\n`).includes('CCG Accountable Officer'));
  });

  it('writes a whole budget line with every year, in lists and within brackets', () => {
    const lines = `${head}budget:\n  lines:\n    - $0\n`;
    assert.match(
      chosen(lines, 'New budget line'),
      /\n {4}- id: \n {6}title: \n[\s\S]*amounts: \{2018-19: £0, 2019-20: £0\}\n$/,
    );
    const flow = `${head}budget:\n  lines:\n    - {$0}\n`;
    assert.match(
      chosen(flow, 'New budget line'),
      /- \{id: , title: , service: adult-social-care, .*amounts: \{2018-19: £0, 2019-20: £0\}\}\n$/,
    );
  });

  it('puts the space behind a dash and a colon', () => {
    assert.match(chosen(`${head}people:\n  -$0\n`, 'New person'), /\n {2}- id: \n {4}name: /);
    assert.match(chosen(`${head}status:$0\n`, 'draft'), /\nstatus: draft\n/);
  });

  it('offers rules in a waiver, and nothing in comments and texts', () => {
    assert.ok(labels(`${head}# oneplan-waive dead$0: why\n`).includes('deadline-past-limit'));
    assert.deepEqual(labels(`${head}# a remark $0\n`), []);
    assert.deepEqual(labels(`${head}narrative:\n  case: |\n    The bud$0get\n`), []);
  });

  it('names nobody twice in a list, and no item within itself', () => {
    const partners = 'partners:\n  - {id: county, name: A}\n  - {id: ccg, name: B}\n';
    for (const list of [
      '[county, $0]',
      '\n        - county\n        - $0',
      '[$0, county]',
      '[\n          county,\n          $0\n        ]',
    ])
      assert.deepEqual(
        labels(`${head}${partners}governance:\n  bodies:\n    - id: board\n      members: ${list}\n`),
        ['ccg'],
        list,
      );
    const milestones = 'milestones:\n  - {id: first, title: A}\n  - {id: second, title: B, depends_on: [$0]}\n';
    assert.deepEqual(labels(`${head}${milestones}`), ['first']);
  });

  it('knows years and ids of old schemes as keys, wherever they stand', () => {
    const line = `${head}budget:\n  lines:\n    - id: a\n      amounts:\n        2018-19: `;
    assert.deepEqual(labels(`${line}£1m\n        $0\n`), ['2019-20']);
    assert.deepEqual(labels(`${line}$0\n`), []);
    assert.deepEqual(labels(`${head}budget:\n  lines:\n    - {id: a, amounts: {$0, 2019-20: £1m}}\n`), ['2018-19']);
    assert.deepEqual(
      labels(
        `${head}budget:\n  lines:\n    - {id: a, amounts: {\n        $0,\n        2019-20: £1m}}\n    - {id: b, amounts: {2018-19: £1m}}\n`,
      ),
      ['2018-19'],
    );
  });

  it('finds ids that are keys by their names, and what the shares leave', () => {
    const money =
      'budget:\n  contributions:\n    - {id: nhs-min, partner: ccg, source: nhs-minimum, amounts: {2018-19: £2m}}\n    - {id: base, partner: county, source: local-authority}\n  lines:\n    - id: a\n      funded_by: ';
    const [share] = offered(`${head}${money}{$0}\n`);
    assert.deepEqual(
      [share?.label, share?.detail, share?.filter],
      ['nhs-min', 'nhs-minimum · £2,000,000', 'nhs-min nhs-minimum'],
    );
    assert.deepEqual(labels(`${head}${money}{nhs-min: 60, base: $0}\n`), ['40']);
    assert.deepEqual(labels(`${head}${money}$0\n`), ['nhs-min', 'base', 'Shares of several']);
  });

  it('begins what stands behind a key: years, braces, whole items', () => {
    assert.equal(
      chosen(`${head}schemes: $0\n`, 'New scheme'),
      `${head}schemes:\n  - id: \n    name: \n    lead: \n    novelty: new\n`,
    );
    assert.equal(chosen(`${head}schemes:$0\n`, 'New scheme'), chosen(`${head}schemes: $0\n`, 'New scheme'));
    assert.match(chosen(`${head}schemes: [$0]\n`, 'New scheme'), /schemes: \[\{id: , name: , lead: , novelty: new\}\]/);
    assert.match(
      chosen(`${head}budget:\n  lines:\n    - id: a\n      amounts: $0\n`, 'Every year of the plan'),
      /amounts: \{2018-19: £, 2019-20: £\}\n$/,
    );
    assert.match(chosen(`${head}estates: $0\n`, 'Nothing, with the reason'), /estates: \{none: \}\n$/);
    assert.match(chosen(`${head}services:\n  acute: $0\n`, 'Acute services'), /acute: \{in_scope: true\}\n$/);
    assert.match(
      chosen(`${head.replace(/ for.*/, ' for Leeds')}place: $0\n`, 'Leeds'),
      /place: \{code: E08000035, name: Leeds\}\n$/,
    );
  });

  it('offers every step of a score with what its ends mean', () => {
    const steps = offered(`${head}risks:\n  - likelihood: $0\n`);
    assert.deepEqual(
      steps.map(({ label }) => label),
      ['1', '2', '3', '4', '5'],
    );
    assert.deepEqual([steps[0]?.detail, steps[4]?.detail], ['rare', 'almost certain']);
  });

  it('offers days that are of use: none after the end of the plan, today for what is done', () => {
    const milestone = 'milestones:\n  - {id: a, deadline: $0}\n';
    assert.deepEqual(labels(`${head}${milestone}`), ['2018-04-01', '2019-03-31', '2019-04-01', '2020-03-31']);
    assert.ok(labels(`one_plan: 1\nperiod: {from: 2018-04-01, to: $0}\n`).includes('2020-12-31'));
    assert.deepEqual(labels('one_plan: 1\nperiod: {from: $0}\n').slice(0, 1), ['2017-04-01']);
    const marked = `${head}milestones:\n  - {id: a, done_on: $0}\n`;
    const done = complete(analyse(marked.replace('$0', '')), marked.indexOf('$0'), {
      ...noSettings,
      today: '2018-06-05',
    });
    assert.ok(done.some(({ label, detail }) => label === '2018-06-05' && detail === '5 June 2018 · Today'));
  });

  it('proposes the last day for a milestone of the framework', () => {
    assert.match(chosen(`${head}milestones:\n  - $0\n`, 'Integrated budget'), /deadline: 2020-03-31\n$/);
  });

  it('offers nothing behind other words of a text', () => {
    assert.deepEqual(labels(`${head}schemes:\n  - id: a\n    description: Nurses\n      visit peo$0\n`), []);
  });

  it('begins a waiver, and puts rules on the plan first', () => {
    assert.equal(chosen(`${head}#$0\n`, 'oneplan-waive'), `${head}# oneplan-waive rule: the reason\n`);
    assert.equal(chosen(`${head}# one$0\n`, 'oneplan-waive'), `${head}# oneplan-waive rule: the reason\n`);
    const rules = labels(`${head}# oneplan-waive nothing-stops, $0\n`);
    assert.ok(!rules.includes('yaml-syntax') && !rules.includes('nothing-stops'));
    assert.ok(rules.indexOf('deadline-past-limit') < rules.indexOf('missing-key'));
  });

  it('names the parts that a narrative usually has', () => {
    assert.match(chosen(`${head}narrative:\n  $0\n`, 'what_stops'), /narrative:\n {2}what_stops: \|\n {4}\n$/);
    assert.ok(!labels(`${head}narrative:\n  summary: A\n  $0\n`).includes('summary'));
  });

  it('knows the keys, lists and rules of the files beside plans', () => {
    const offeredIn = (kind: SettingsFileKind, marked: string) =>
      completeSettingsFile(marked.replace('$0', ''), kind, marked.indexOf('$0'), noSettings).map(({ label }) => label);
    assert.deepEqual(offeredIn('configuration', 'rules: {nothing-stops: {$0}}\n'), ['severity', 'options']);
    assert.deepEqual(offeredIn('configuration', 'as: $0\n'), ['plan', 'agreed']);
    assert.ok(offeredIn('framework', 'id: ours\n$0\n').includes('last_date'));
    assert.ok(offeredIn('framework', 'severities:\n  $0\n').includes('deadline-past-limit'));
    const [told] = hoverSettingsFile('severities: {nothing-stops: off}\n', 'framework', 15)?.parts ?? [];
    assert.ok(told?.kind === 'text' && /stop/.test(told.text));
  });

  it('answers anywhere in a broken plan, with edits inside the text', () => {
    for (const { text } of allSamples().filter(sample => sample.text.length < 30_000)) {
      for (let at = 0; at < text.length; at += 997) {
        const broken = `${text.slice(0, at)}${['"', '[', '{', '- ', ': '][at % 5]}${text.slice(at + (at % 13))}`;
        const analysis = analyse(broken);
        for (let offset = at - 40; offset < at + 60; offset += 7) {
          if (offset < 0 || offset > broken.length) continue;
          for (const { edit } of complete(analysis, offset, noSettings)) {
            assert.ok(
              0 <= edit.at.start && edit.at.start <= offset && offset <= edit.at.end && edit.at.end <= broken.length,
            );
          }
        }
      }
    }
  });
});

function offered(marked: string): readonly Completion[] {
  const offset = marked.indexOf('$0');
  return complete(analyse(marked.replace('$0', '')), offset, noSettings);
}

function labels(marked: string): readonly string[] {
  return offered(marked).map(({ label }) => label);
}

/** The text after choosing the entry `label`, its places as they are for a start. */
function chosen(marked: string, label: string): string {
  const entry = offered(marked).find(candidate => candidate.label === label);
  assert.ok(entry, `${label} is not among ${labels(marked).join('; ')}`);
  const { edit, snippet } = entry;
  return applyEdits(marked.replace('$0', ''), [
    { at: edit.at, text: snippet ? withoutTabStops(edit.text) : edit.text },
  ]);
}
