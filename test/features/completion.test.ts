/** Completion: what is offered where, whole items, what the tables know; in broken plans and in large ones. */
import assert from 'node:assert/strict';
import {
  analyse,
  applyEdits,
  type Completion,
  complete,
  noSettings,
  withoutTabStops,
} from '../../server/src/core/index';
import { allSamples } from '../support/plan-texts';

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
