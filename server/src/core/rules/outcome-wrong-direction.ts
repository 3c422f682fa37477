/** `outcome-wrong-direction`: a target that is worse than the baseline. */

import type { Outcome } from '../model/items';
import { say } from '../text/say';
import { codeStanding } from './shared/outcome-code';
import type { Rule, RuleContext } from './shared/rule';

export const outcomeWrongDirection: Rule = {
  id: 'outcome-wrong-direction',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A target of an outcome is worse than its baseline.',
  why: 'A target that moves the wrong way is a slip, or a plan to do worse. Either must be seen before it is agreed.',
  source:
    'National Audit Office, Health and social care integration (2017): planned falls in admissions turned into rises',
  restsOn: ['outcomes/code', 'outcomes/edition', 'outcomes/framework', 'outcomes/good_is'],
  examples: {
    bad: 'outcomes:\n  - {id: admissions, framework: BCF, edition: 2017-18, code: NEA, name: Non-elective admissions, lead: a-example, baseline: {value: 61200, period: 2016-17, source: NHS England}, targets: {2018-19: 63000}}\n',
    good: 'outcomes:\n  - {id: admissions, framework: BCF, edition: 2017-18, code: NEA, name: Non-elective admissions, lead: a-example, baseline: {value: 61200, period: 2016-17, source: NHS England}, targets: {2018-19: 60300}}\n',
  },
  *check(context) {
    for (const outcome of context.plan.outcomes.items) {
      const start = outcome.baseline.value.value;
      const goodIs = betterIs(outcome, context);
      if (start === undefined || goodIs === undefined) continue;
      const worse = outcome.targets.filter(
        ({ value }) => value !== undefined && (goodIs === 'higher' ? value < start : value > start),
      );
      const [first, ...others] = worse;
      if (!first) continue;
      yield {
        at: first.at,
        message: say`${outcome.called} starts from ${figure(start)} and its target for ${first.year} is ${figure(first.value)}, but ${goodIs} is better for it. Write a target of ${figure(start)} or ${goodIs}, or correct "good_is" or the baseline.`,
        related: [
          { at: outcome.baseline.value.at, message: say`The baseline is ${figure(start)}.` },
          ...others
            .slice(0, 10)
            .map(({ at, year }) => ({ at, message: say`The target for ${year} is worse as well.` })),
        ],
      };
    }
  },
};

/** As the outcome says, or else as its measure has it. */
function betterIs(outcome: Outcome, { plan, framework }: RuleContext): 'higher' | 'lower' | undefined {
  const { goodIs } = outcome;
  if (goodIs.given) return goodIs.value === 'higher' || goodIs.value === 'lower' ? goodIs.value : undefined;
  const standing = codeStanding(outcome, plan, framework);
  return standing.kind === 'right' ? standing.measure.goodIs : undefined;
}

function figure(value: number | undefined): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
