/** For which place and years next year's plan is, and that no two plans ever claim one place and year. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/for-workspace';
import { applyEdits, nextYears } from '../../../server/src/core/index';
import { Project } from '../../../server/src/core/project';
import { noSettings } from '../../../server/src/core/settings';
import { nextChoices, proposedNext } from '../../../server/src/core/start/next-year/next-choices';
import { root } from '../../support/oneplan';
import { made, named, next, planOf, suffolk, tyneside } from './this-year';

describe('one plan for one place and year', () => {
  it('is kept: this year’s plan that has ended is told of, and the two are never two plans of one place', () => {
    const { text, supersede } = made(tyneside);
    assert.equal(supersede, undefined);
    assert.match(
      text,
      /^incorporates: \{none: .*2025-26.* ended on 31 March 2026; what goes on of it is in this plan\."\}$/m,
    );
    assert.deepEqual(twoPlans(tyneside, text), []);
  });
  it('is proposed: where both are for the same years, this year’s is to be superseded', () => {
    const long = tyneside.replace('to: 2026-03-31}', 'to: 2028-03-31}');
    const { text, supersede } = made(long);
    assert.match(
      supersede?.why ?? '',
      /^"Better Care Fund plan .*" is for these years too\. Write "status: superseded" in it/,
    );
    assert.doesNotMatch(text, /^incorporates:/m);
    assert.equal(twoPlans(long, text).length, 2);
    assert.deepEqual(twoPlans(applyEdits(long, supersede?.edits ?? []), text), []);
    assert.equal(made(long.replace('status: submitted', 'status: superseded')).supersede, undefined);
  });
});

describe("the place of next year's plan", () => {
  const cumbria = suffolk.replace('E10000029, name: Suffolk', 'E10000006, name: Cumbria');
  it('is what came after the old one: named by the author where it has become several', () => {
    const asks = next(cumbria);
    assert.ok('places' in asks);
    assert.deepEqual(
      asks.places.map(({ name }) => name),
      ['Cumberland', 'Westmorland and Furness'],
    );
    assert.match(made(cumbria, { place: 'Cumberland' }).text, /^place: \{code: E06000063, name: Cumberland\}$/m);
  });
  it('takes its new code and its new council with it', () => {
    const { text, account } = made(readFileSync(join(root, 'samples/north-yorkshire.plan.yaml'), 'utf8'));
    assert.match(text, /^ {2}code: E06000065/m);
    assert.match(text, /name: North Yorkshire Council$/m);
    assert.ok(
      account.changed.includes(
        'North Yorkshire Council (E06000065) stands in the place of North Yorkshire County Council.',
      ),
    );
    // Six groups became three boards: which became which, no table tells.
    assert.equal(
      account.readAgain.filter(line => /say which of the boards of the place stands in its place/.test(line)).length,
      6,
    );
  });
  for (const [what, text, place, why] of [
    [
      'another place',
      suffolk,
      'York',
      /^The plan "Suffolk plan 2025 to 2026" is for Suffolk, not for York \(E06000014\)\. Name Suffolk \(E10000029\), or another plan\.$/,
    ],
    ['no place', suffolk, 'Atlantis', /^There is no place "Atlantis"/],
    [
      'a place without a code',
      suffolk.replace('E10000029, name', 'E07000200, name'),
      undefined,
      /^The place of this plan has no code that is known/,
    ],
    [
      'an old plan',
      'bcf_plan: 1\ntitle: Old\n',
      undefined,
      /^This is an old Better Care Fund plan\. Start a new plan, and bring the old one into it\.$/,
    ],
    ['no plan', 'title: Something\n', undefined, /^This is no plan of a place/],
    ['a plan in braces', '{one_plan: 1, title: A, status: draft}', undefined, /in braces/],
    [
      'a text with faults',
      suffolk.replace('schemes:\n', 'schemes: [\n'),
      undefined,
      /^The text of the plan has faults\. Put them right first\.$/,
    ],
  ] as const) {
    it(`is refused for ${what}`, () => {
      const refused = next(text, place === undefined ? {} : { place });
      assert.match('why' in refused ? refused.why : JSON.stringify(refused), why);
    });
  }
});

describe("the title of next year's plan", () => {
  for (const [before, after] of [
    ['Suffolk plan 2025 to 2026', 'Suffolk plan 2026 to 2027'],
    ['Better Care Fund 2025/26: Suffolk', 'Better Care Fund 2026/27: Suffolk'],
    ['One plan for Suffolk', 'One plan for Suffolk'],
    ['Suffolk after 2024', 'One plan for Suffolk, 2026 to 2027'],
  ] as const) {
    it(`of "${before}" is "${after}"`, () => {
      assert.equal(planOf(made(suffolk.replace('Suffolk plan 2025 to 2026', `"${before}"`)).text).title.value, after);
    });
  }
});

describe("the years of next year's plan", () => {
  for (const [today, text, id, from] of [
    [undefined, tyneside, 'better-care-fund-2026-27', '2026-04-01'],
    ['2026-01-15', tyneside, 'better-care-fund-2026-27', '2026-04-01'],
    ['2026-11-27', tyneside, 'better-care-fund-2026-27', '2026-04-01'],
    ['2030-05-01', tyneside, 'better-care-fund-2025-26', '2030-04-01'],
    [undefined, tyneside.replace('to: 2026-03-31}', 'to: 2030-03-31}'), 'better-care-fund-2025-26', '2030-04-01'],
  ] as const) {
    it(`begin on ${from} under ${id} on ${today ?? 'a day that is not known'}`, () => {
      const proposed = proposedNext(analyse(text), [], today);
      assert.ok(proposed.framework);
      assert.deepEqual([proposed.framework.id, nextYears(proposed.framework, proposed).from], [id, from]);
      // Whoever wants another framework, which is over by then, wants its years.
      assert.equal(nextYears(named('beyond-barker-2015'), proposed).from, '2017-04-01');
      const [first] = nextChoices(analyse(text), [], today);
      assert.deepEqual([first?.id, first?.period.from], [id, from]);
    });
  }
});

/** What is found where both plans lie in one folder: two plans of one place. */
function twoPlans(...texts: readonly string[]): readonly string[] {
  const project = new Project({ locate: () => ({ why: 'is not there' }), settings: () => noSettings });
  for (const [index, text] of texts.entries()) project.set(`${index}.plan.yaml`, text);
  return project
    .uris()
    .flatMap(uri => project.judge(uri)?.findings ?? [])
    .flatMap(({ rule, message }) => (rule === 'two-plans-one-place' ? [message] : []));
}
