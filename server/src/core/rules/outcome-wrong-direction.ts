/** `outcome-wrong-direction`: a target that is worse than the baseline. */

import type { Problem } from '../finding';
import type { Outcome } from '../model/items';
import { say } from '../text/say';
import { codeStanding } from './shared/outcome-code';
import type { Rule, RuleContext } from './shared/rule';

export const outcomeWrongDirection: Rule = {
  id: 'outcome-wrong-direction',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A target of an outcome is worse than its baseline, or "good_is" is the wrong way round for its measure.',
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
      const measured = measuredAs(outcome, context);
      const goodIs = measured ?? outcome.goodIs.value;
      const against = measured === undefined ? undefined : againstMeasure(outcome, measured);
      if (against) yield against;
      const start = outcome.baseline.value.value;
      if (start === undefined || (goodIs !== 'higher' && goodIs !== 'lower')) continue;

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

/** Which way is better by the list of the framework. */
function measuredAs(outcome: Outcome, { plan, framework }: RuleContext): 'higher' | 'lower' | undefined {
  const standing = codeStanding(outcome, plan, framework);
  return standing.kind === 'right' ? standing.measure.goodIs : undefined;
}

/** `good_is` the other way round than the list of the framework has it. */
function againstMeasure({ called, goodIs, code }: Outcome, measured: 'higher' | 'lower'): Problem | undefined {
  if ((goodIs.value !== 'higher' && goodIs.value !== 'lower') || goodIs.value === measured) return undefined;
  return {
    at: goodIs.at,
    message: say`${called} says that ${goodIs.value} is better, but for the measure "${code.value ?? ''}" ${measured} is. Write "${measured}", or correct the code.`,
    fixes: [{ title: say`Write ${measured}`, safe: false, edits: [{ at: goodIs.at, text: measured }] }],
    detail: 'good_is',
  };
}

function figure(value: number | undefined): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
