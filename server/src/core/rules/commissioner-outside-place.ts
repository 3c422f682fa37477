/** `commissioner-outside-place`: a CCG or integrated care board pays into a plan for a place of which it covers nothing. */

import { covers } from '../reference/commissioners';
import { placeWithCode } from '../reference/places';
import { listOr, say } from '../text/say';
import { allCommissionersOf, commissionersAmong, nameAndCode, outsidePeriod } from './shared/plan-commissioners';
import type { Rule } from './shared/rule';

export const commissionerOutsidePlace: Rule = {
  id: 'commissioner-outside-place',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'An NHS commissioner that pays into the plan covers no part of the place.',
  why: 'A mistyped code names another commissioner, and the money then seems to come from the far end of the country.',
  source: 'Office for National Statistics, lookups of small areas; Organisation Data Service',
  restsOn: [
    'budget/contributions/partner',
    'partners/id',
    'partners/type',
    'period',
    'period/from',
    'period/to',
    'place',
    'place/code',
  ],
  examples: {
    bad: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}\n  - {id: ccg, name: NHS Vale of York CCG, type: clinical-commissioning-group, code: 03R}\n',
    good: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}\n  - {id: ccg, name: NHS Vale of York CCG, type: clinical-commissioning-group, code: 03Q}\n',
  },
  *check({ plan }) {
    const code = plan.place.code.value;
    const { from, to } = plan;
    if (code === undefined || from.value === undefined || to.value === undefined) return;
    const paying = new Set(plan.budget.contributions.items.map(({ partner }) => partner.value));
    for (const { partner, known } of commissionersAmong(plan)) {
      // One that only sits on a board, as all of Greater Manchester's do, is no mistake.
      if (!known || !paying.has(partner.id.value) || outsidePeriod(known, from.value, to.value)) continue;
      if (covers(known, code) !== 'none') continue;
      const name = plan.place.name.value ?? placeWithCode(code)?.name ?? code;
      const here = allCommissionersOf(code, from.value);
      const advice =
        here.length > 0
          ? here.length === 1
            ? say`Write ${listOr(here.map(nameAndCode))}, which does, or give the reason in a waiver.`
            : say`Write ${listOr(here.map(nameAndCode))}, which do, or give the reason in a waiver.`
          : say`Correct its name or code, or give the reason in a waiver.`;
      const fault =
        partner.name.value === known.name
          ? say`${partner.called} pays into the plan, but covers no part of ${name}.`
          : say`${partner.called} pays into the plan, but ${nameAndCode(known)} covers no part of ${name}.`;
      yield {
        at: partner.code.value?.toUpperCase() === known.code ? partner.code.at : partner.name.at,
        message: `${fault} ${advice}`,
      };
    }
  },
};
