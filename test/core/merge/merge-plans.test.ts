/** Old plans brought into a plan: nothing left out, nothing guessed, nothing changed that the author wrote. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Project } from '../../../server/src/core/for-workspace';
import {
  applyEdits,
  type Merger,
  mergePlans,
  type OldPlan,
  pendingSchemes,
  readAnswers,
} from '../../../server/src/core/index';
import { projectOf } from '../../support/fixture';
import { carriageReturns } from '../../support/relayout';
import { itAtRandom } from '../../support/seed';

const head = `one_plan: 1
title: One plan
status: draft
period: {from: 2018-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}
partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}
people:
  - {id: a-example, name: A. Example, post: Head of Care, employer: county}
`;
const old = `bcf_plan: 1
title: Old plan
place: {code: E10000023, name: North Yorkshire}
year: 2017-18
schemes:
  - {id: A1, name: Falls service, amount: £900k, provider: North Yorkshire County Council, lead: Head of Care}
  - {id: "2", name: "Lunch club, Skipton", amount: "£1,234,567.89", lead: Somebody else, description: "Soup: daily"}
`;

/** The plan with old plans brought in. */
function merged(
  plan: string,
  olds: Readonly<Record<string, string>>,
  became: readonly string[] = [],
  otherPlaces: readonly string[] = [],
): { readonly merger: Merger; readonly text: string; readonly project: Project } {
  const parts = Object.entries(olds).map(([path, text]) => ({ path, text }));
  const project = projectOf([{ path: 'one.plan.yaml', text: plan }, ...parts]);
  const analysis = project.analysis('one.plan.yaml');
  const around = project.around('one.plan.yaml');
  const document = analysis?.document;
  assert.ok(analysis && document?.kind === 'one-plan');
  const brought = parts.map(({ path }): OldPlan => {
    const read = project.analysis(path)?.document;
    assert.ok(read?.kind === 'bcf-plan');
    return { uri: path, path, plan: read };
  });
  const pending = brought.flatMap(one => pendingSchemes(one, document, around));
  const answers = readAnswers(became, otherPlaces, brought, pending);
  if ('mistakes' in answers) return { merger: { kind: 'refused', why: answers.mistakes }, text: plan, project };
  const merger = mergePlans(analysis, brought, around, answers);
  if (merger.kind !== 'merged') return { merger, text: plan, project };
  for (const { at } of merger.edits) assert.match(plan.slice(at.start, at.end), /^(?:~|null)?$/, 'only inserts');
  const text = applyEdits(plan, merger.edits);
  project.set('one.plan.yaml', text);
  return { merger, text, project };
}

function rulesOf(project: Project): readonly string[] {
  return (project.judge('one.plan.yaml')?.findings ?? []).map(({ rule }) => rule);
}

function questionsOf(merger: Merger): readonly string[] {
  return merger.kind === 'asks' ? merger.questions.map(({ text }) => text) : [];
}

describe('bringing old plans together', () => {
  it('carries every scheme on, with its money, its people, and where it came from', () => {
    const { text, project } = merged(head, { 'old.plan.yaml': old });
    assert.equal(
      text.slice(head.length),
      `
budget:
  lines:
    - id: falls-service
      title: Falls service
      service:
      scheme: falls-service
      lead: a-example
      provider: county
      funded_by:
      amounts: {2018-19: £900k}
    - id: lunch-club-skipton
      title: "Lunch club, Skipton"
      service:
      scheme: lunch-club-skipton
      lead:
      funded_by:
      amounts: {2018-19: "£1,234,567.89"}

schemes:
  - id: falls-service
    name: Falls service
    lead: a-example
    novelty: existing
    predecessor: A1
  - id: lunch-club-skipton
    name: "Lunch club, Skipton"
    lead:
    description: "Soup: daily"
    novelty: existing
    predecessor: "2"

incorporates:
  - plan: old.plan.yaml
    schemes:
      A1: falls-service
      "2": lunch-club-skipton
`,
    );
    assert.ok(!rulesOf(project).some(rule => /^bcf-|^yaml-|^wrong-|^unknown-|^bad-/.test(rule)));
  });

  for (const [what, sections] of Object.entries({
    'sections that are empty': 'budget:\n  lines:\nschemes: # to come\nincorporates:\n',
    'sections that hold nothing': 'budget: ~\nschemes: null\nincorporates: ~\n',
    'sections in braces': 'budget: {lines: []}\nschemes: []\nincorporates: []\n',
    'a section without its list': 'budget: {gap: {2018-19: {nhs: £1m, council: £1m}}}\nschemes: []\n',
    'lists that go on': `budget:
  contributions: []
  lines:
  - {id: one, title: One, service: acute, lead: a-example, funded_by: x, amounts: {2018-19: £1m, 2019-20: £1m}} # the first

# about schemes
schemes:
    - id: heart
      name: Heart
      novelty: new

milestones: []
incorporates:
    - {plan: other.plan.yaml, schemes: {}}
`,
    'an entry in braces that says of some':
      'incorporates: [{plan: old.plan.yaml, schemes: {"2": {stopped: No soup, on: 2018-03-31}}}]\n',
    'an entry that says of none': 'incorporates:\n  - plan: old.plan.yaml # see minutes\n',
    'an entry with an empty mapping': 'incorporates:\n  - plan: old.plan.yaml\n    schemes:\n',
    'ids with nothing behind them': 'incorporates:\n  - plan: old.plan.yaml\n    schemes:\n      A1:\n      "2": ~\n',
    'ids with nothing behind them in braces': 'incorporates:\n  - {plan: old.plan.yaml, schemes: {A1, "2": }}\n',
    'an entry without schemes, in braces': 'incorporates:\n  - {plan: old.plan.yaml}\n',
  })) {
    for (const [layout, change] of Object.entries({ 'as it is': (text: string) => text, CRLF: carriageReturns })) {
      it(`adds to ${what} (${layout})`, () => {
        const plan = change(head + sections);
        const { merger, project, text } = merged(plan, { 'old.plan.yaml': old });
        assert.equal(merger.kind, 'merged', JSON.stringify(merger));
        const rules = rulesOf(project);
        assert.deepEqual(
          rules.filter(rule => /^bcf-(?!plan)|^yaml-|^wrong-|^bad-|^duplicate/.test(rule)),
          [],
          text,
        );
        if (layout === 'CRLF') assert.doesNotMatch(text, /[^\r]\n/);
        const again = merged(text, { 'old.plan.yaml': old });
        assert.deepEqual(again.merger, { kind: 'merged', edits: [], carried: [] });
      });
    }
  }

  it('refuses a section that is knowingly empty, and text with faults', () => {
    const none = merged(`${head}incorporates: {none: there is no old plan}\n`, { 'old.plan.yaml': old });
    assert.match(none.merger.kind === 'refused' ? none.merger.why.join() : '', /"incorporates"/);
    const faulty = merged(`${head}schemes: [}\n`, { 'old.plan.yaml': old });
    assert.match(faulty.merger.kind === 'refused' ? faulty.merger.why.join() : '', /has faults/);
  });

  it('refuses an old plan whose schemes cannot all be told apart', () => {
    const twice = merged(head, { 'old.plan.yaml': old.replace('"2"', 'A1') });
    assert.match(twice.merger.kind === 'refused' ? twice.merger.why.join() : '', /the id "A1" more than once/);
    const without = merged(head, { 'old.plan.yaml': old.replace('id: A1, ', '') });
    assert.match(without.merger.kind === 'refused' ? without.merger.why.join() : '', /1 scheme without an id/);
    const unread = merged(head, { 'old.plan.yaml': `${old}  - only a text\n` });
    assert.match(unread.merger.kind === 'refused' ? unread.merger.why.join() : '', /cannot be read/);
  });

  describe('asks and never guesses', () => {
    const withScheme = (name: string, id = 'other') =>
      `${head}schemes:\n  - {id: ${id}, name: ${name}, lead: a-example, novelty: existing}\n`;
    for (const [what, plan, text] of [
      ['a scheme of the same name', withScheme('Falls Service'), /has the same name as scheme "Falls Service" of this/],
      ['a scheme of nearly the same name', withScheme('The new falls team'), /has nearly the same name as scheme/],
      [
        'an id that is taken',
        withScheme('Heart', 'falls-service'),
        /would get the id "falls-service", which scheme "H/,
      ],
      ['another place', head.replace('E10000023', 'E06000028'), /is of North Yorkshire \(E10000023\), and this plan/],
    ] as const) {
      it(what, () => {
        const { merger } = merged(plan, { 'old.plan.yaml': old });
        assert.match(questionsOf(merger).join('\n'), text);
        assert.equal(questionsOf(merger).length, 1);
      });
    }
    it('two old plans with one name, or one id', () => {
      const same = merged(head, { 'a.plan.yaml': old, 'b.plan.yaml': old.replace(/A1/, 'B1').replace('"2"', 'B2') });
      assert.match(
        questionsOf(same.merger)[0] ?? '',
        /\(B1, £900,000\).* the same name as scheme "Falls service" \(A1/,
      );
      const other = old.replace('Falls service', 'Hospital discharge').replace('"2"', 'B2').replace('Lunch', 'Bridge');
      const ids = merged(head, { 'a.plan.yaml': old, 'b.plan.yaml': other });
      assert.match(questionsOf(ids.merger)[0] ?? '', /has the same id as scheme "Falls service" \(A1/);
    });
    it('every option that a question offers answers it', () => {
      const plan = withScheme('Falls service');
      const { merger } = merged(plan, { 'old.plan.yaml': old });
      const options = merger.kind === 'asks' ? (merger.questions[0]?.options ?? []) : [];
      assert.equal(options.length, 3);
      for (const { answer } of options) {
        assert.equal(merged(plan, { 'old.plan.yaml': old }, [`A1=${answer}`]).merger.kind, 'merged', answer);
      }
      assert.equal(
        merged(head.replace('E10000023', 'E06000028'), { 'old.plan.yaml': old }, [], ['old.plan.yaml']).merger.kind,
        'merged',
      );
    });
  });

  for (const [what, answer, told] of [
    ['no answer', 'A1', /is no answer/],
    ['an id that nobody has', 'A2=new', /not open\. Write "A1"/],
    ['a scheme that is none', 'A1=fals-service', /no scheme of this plan/],
    ['a stop without its day', 'A1=stopped:no money', /needs a reason and a day/],
    ['a day that is none', 'A1=stopped:no money@2018-02-30', /needs a reason and a day/],
    ['a wrong id', 'A1=new:Big Letters', /id of other letters/],
  ] as const) {
    it(`tells of ${what}`, () => {
      const { merger } = merged(head, { 'old.plan.yaml': old }, [answer]);
      assert.match(merger.kind === 'refused' ? merger.why.join() : merger.kind, told);
    });
  }

  it('adds a line only for the money that the scheme does not hold yet', () => {
    const plan = `${head}budget:
  lines:
    - {id: falls, title: Falls, service: community-health, scheme: falls, lead: a-example, funded_by: x, amounts: {2018-19: £700k, 2019-20: £700k}}
schemes:
  - {id: falls, name: Falls service, lead: a-example, novelty: existing}
`;
    const { text, project } = merged(plan, { 'old.plan.yaml': old }, ['A1=falls']);
    assert.match(text, /id: falls-a1\n {6}title: Falls service\n[\s\S]*?amounts: \{2018-19: £200k\}/);
    assert.ok(!rulesOf(project).includes('bcf-money-lost'));
    const enough = merged(plan.replaceAll('£700k', '£900k'), { 'old.plan.yaml': old }, ['A1=falls']);
    assert.doesNotMatch(enough.text, /falls-a1/);
  });

  it('carries a repayment on as what it is', () => {
    const repaid = `${old}  - {id: A3, name: Repayment of a loan, amount: -£20k}\n`;
    const { text, project } = merged(head, { 'old.plan.yaml': repaid });
    assert.match(text, /scheme: repayment-loan\n[\s\S]*?amounts: \{2018-19: -£20k\}/);
    assert.ok(!rulesOf(project).includes('bcf-money-lost'));
    const holding = (falls: string) => `${head}budget:
  lines:
    - {id: falls, title: Falls, service: community-health, scheme: falls, lead: a-example, funded_by: x, amounts: {2018-19: ${falls}, 2019-20: £700k}}
schemes:
  - {id: falls, name: Falls service, lead: a-example, novelty: existing}
`;
    const both = ['A1=falls', 'A3=falls'];
    const whole = merged(holding('£880k'), { 'old.plan.yaml': repaid }, both);
    assert.doesNotMatch(whole.text, /id: falls-a[13]/, 'the line holds both already: £900k less £20k');
    const part = merged(holding('£800k'), { 'old.plan.yaml': repaid }, both);
    assert.match(part.text, /id: falls-a1\n[\s\S]*?amounts: \{2018-19: £80k\}/);
    assert.doesNotMatch(part.text, /id: falls-a3/);
    assert.ok(!rulesOf(part.project).includes('bcf-money-lost'));
  });

  itAtRandom('brings two real old plans together to the pound, whatever is answered', seed => {
    const folder = join(__dirname, '..', '..', '..', 'samples', 'two-bcf-plans');
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const one = read('one.plan.yaml').replace(/\nincorporates:[\s\S]*?(?=\n[a-z_]+:)/, '');
    const olds = Object.fromEntries(
      ['bcf-2018-19-bournemouth.plan.yaml', 'bcf-2018-19-poole.plan.yaml'].map(name => [name, read(name)]),
    );
    const ids = [
      ...Object.values(olds)
        .join('')
        .matchAll(/\{id: (\w+-?\d+)/g),
    ].map(match => match[1] ?? '');
    assert.equal(ids.length, 13);
    const outcome = fc.constantFrom('reablement', 'carers', 'equipment', 'new', 'stopped:too few came@2019-03-31');
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 13, maxLength: 13 }), outcomes => {
        const answers = ids.map((id, index) => `${id}=${outcomes[index]}`);
        const { merger, project, text } = merged(one, olds, answers);
        assert.equal(merger.kind, 'merged', JSON.stringify(merger));
        const rules = rulesOf(project).filter(rule => /^bcf-|^yaml|^wrong|^unknown|^bad|^duplicate/.test(rule));
        assert.deepEqual(rules, []);
        for (const id of ids) assert.match(text, new RegExp(`\\b${id}: (?:\\{stopped: |[a-z])`));
      }),
      { seed, numRuns: 60 },
    );
  });
});
