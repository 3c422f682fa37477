/** `commissioner-not-in-period`: a CCG or integrated care board that was not there on any day of the plan's period. */

import type { Fix } from '../finding';
import type { Partner } from '../model/items';
import { boardsAfter, type Commissioner, covers } from '../reference/commissioners';
import { writeText } from '../syntax/tree/write-scalar';
import { listAnd, listOr, say } from '../text/say';
import { formatDate } from '../values/calendar';
import { allCommissionersOf, commissionersAmong, nameAndCode, outsidePeriod } from './shared/plan-commissioners';
import type { Rule, RuleContext } from './shared/rule';

export const commissionerNotInPeriod: Rule = {
  id: 'commissioner-not-in-period',
  severity: { writing: 'warning', agreed: 'error' },
  summary: "An NHS commissioner did not exist in the plan's period.",
  why: 'CCGs ended in June 2022, and twelve integrated care boards in March 2026. A body that is not there can neither sign a plan nor pay for it.',
  source:
    'NHS Business Services Authority, ICB mergers April 2026; Health and Care Act 2022; Organisation Data Service',
  restsOn: ['partners/type', 'period', 'period/from', 'period/to'],
  examples: {
    bad: 'period: {from: 2026-04-01, to: 2027-03-31}\nplace: {code: E10000020, name: Norfolk}\npartners:\n  - {id: county, name: Norfolk County Council, type: upper-tier-council}\n  - {id: icb, name: NHS Norfolk and Waveney Integrated Care Board, type: integrated-care-board, code: QMM}\n',
    good: 'period: {from: 2026-04-01, to: 2027-03-31}\nplace: {code: E10000020, name: Norfolk}\npartners:\n  - {id: county, name: Norfolk County Council, type: upper-tier-council}\n  - {id: icb, name: NHS Norfolk and Suffolk Integrated Care Board, type: integrated-care-board, code: T6Y0W}\n',
  },
  *check(context) {
    const { plan } = context;
    const from = plan.from.value;
    const to = plan.to.value;
    if (from === undefined || to === undefined) return;
    for (const { partner, known } of commissionersAmong(plan)) {
      const side = known && outsidePeriod(known, from, to);
      if (!known || !side) continue;
      const after = side === 'ended' ? heirsOf(known, context) : [];
      yield {
        at: partner.code.value?.toUpperCase() === known.code ? partner.code.at : partner.name.at,
        message: `${fate(partner.called, known, side)} ${advice(context, after)}`,
        fixes: after.length === 1 && after[0] ? replacement(partner, after[0]) : [],
      };
    }
  },
};

function fate(called: string, known: Commissioner, side: 'ended' | 'not yet'): string {
  if (side === 'not yet') {
    return known.kind === 'board'
      ? say`${called} did not exist until ${formatDate(known.earliest)}, after the plan's period ends.`
      : say`${called} did not exist yet when the plan's period ends.`;
  }
  return known.to === known.latest
    ? say`${called} ended on ${formatDate(known.latest ?? '')}, before the plan's period begins.`
    : say`${called} was merged into another by ${formatDate(known.latest ?? '')}, before the plan's period begins.`;
}

/** The boards that took over from a board and cover the place. */
function heirsOf(known: Commissioner, { plan }: RuleContext): readonly Commissioner[] {
  const after = boardsAfter(known.code);
  const here = after.filter(board => covers(board, plan.place.code.value ?? '') === 'some');
  return here.length > 0 ? here : after;
}

function advice({ plan }: RuleContext, after: readonly Commissioner[]): string {
  if (after.length > 0) return say`Name ${listOr(after.map(nameAndCode))} instead, which took over from it.`;
  const there = allCommissionersOf(plan.place.code.value ?? '', plan.from.value ?? '');
  return there.length > 0
    ? say`Name who commissioned for the place when the period begins: ${listAnd(there.map(nameAndCode))}.`
    : say`Name the commissioners of the place in that period.`;
}

function replacement({ name, code }: Partner, after: Commissioner): readonly Fix[] {
  const edits = [
    ...(name.given ? [{ at: name.at, text: writeText(after.name, 'flow') }] : []),
    ...(code.given ? [{ at: code.at, text: after.code }] : []),
  ];
  const title = code.given ? say`Write ${after.name} and ${after.code}` : say`Write ${after.name}`;
  return [{ title, safe: false, edits }];
}
