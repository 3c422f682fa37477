/** `bcf-money-lost`: the schemes that carry on those of an old plan have less money than the old ones held. */

import type { Problem, Related } from '../finding';
import { yearOfOldMoney } from '../model/bcf-plan';
import type { Scheme } from '../model/items';
import { count, say } from '../text/say';
import { lowerFirst } from '../text/words';
import type { FinancialYear } from '../values/calendar';
import { formatMoney } from '../values/money';
import { type IncorporatedSchemes, incorporatedPlans } from './shared/incorporated-plans';
import { oldPlanExample } from './shared/old-plan-example';
import type { Rule, RuleContext } from './shared/rule';
import { unpricedYears } from './shared/unpriced-years';

export const bcfMoneyLost: Rule = {
  id: 'bcf-money-lost',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'What an old plan held is more than what is carried on and what is stopped.',
  why: 'Old plans are brought together so that there is one budget. Money that is neither carried on nor stopped has been lost on the way.',
  source: 'Humphries 2015, HSJ: "Local plans should bring together existing better care fund plans"',
  answers: [{ text: 'HSJ 2015', words: 'Local plans should bring together existing better care fund plans' }],
  restsOn: [
    'budget',
    'budget/lines',
    'budget/lines/amounts',
    'budget/lines/scheme',
    'incorporates/schemes',
    'period',
    'period/from',
    'period/to',
    'schemes/id',
  ],
  examples: {
    bad: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response, NY-04: falls-response}}\n',
    good: 'incorporates:\n  - {plan: bcf-2016-17.plan.yaml, schemes: {NY-03: falls-response, NY-04: {stopped: Fewer than ten people came, on: 2017-03-31}}}\n',
    files: oldPlanExample,
  },
  *check(context) {
    const byYear = new Map<string, IncorporatedSchemes[]>();
    for (const found of incorporatedPlans(context)) {
      const year = found.old.year.value;
      if (year === undefined) continue;
      byYear.set(year, [...(byYear.get(year) ?? []), found]);
    }
    for (const [year, plans] of byYear) {
      const problem = lost(year, plans, context);
      if (problem) yield problem;
    }
  },
};

/** What old schemes held together, and the scheme that carries them on. */
interface Carried {
  readonly scheme: Scheme;
  held: number | undefined;
  readonly terms: Related[];
}

/** Plans of one year are judged together, since one scheme may carry on schemes of several. */
function lost(year: FinancialYear, plans: readonly IncorporatedSchemes[], context: RuleContext): Problem | undefined {
  const judged = yearOfOldMoney(context.plan.years, year);
  const first = plans[0];
  if (judged === undefined || !first) return undefined;
  let held = 0;
  let carried = 0;
  const terms: Related[] = [];
  for (const entry of carriedOn(plans, context)) {
    const money = moneyIn(judged, entry.scheme, context);
    if (entry.held === undefined || money === undefined) continue;
    held += entry.held;
    carried += money;
    if (money < entry.held) {
      terms.push(
        { at: entry.scheme.at, message: say`${entry.scheme.called} has ${formatMoney(money)} in ${judged}` },
        ...entry.terms,
      );
    }
  }
  if (carried >= held) return undefined;
  const who =
    plans.length === 1
      ? say`The schemes of ${lowerFirst(first.incorporated.called)}`
      : say`The schemes of the ${count(plans.length, 'old plan')}`;
  return {
    at: first.incorporated.plan.at,
    message: say`${who} that are carried on held ${formatMoney(held)} in ${year}, and those that carry them on have ${formatMoney(carried)} in ${judged}: ${formatMoney(held - carried)} is lost. Put the amounts right, or say which scheme has stopped.`,
    related: terms.slice(0, 10),
    detail: year,
  };
}

function carriedOn(plans: readonly IncorporatedSchemes[], { index }: RuleContext): Iterable<Carried> {
  const carried = new Map<Scheme, Carried>();
  for (const { schemes, became, uri } of plans) {
    for (const [id, { scheme: reference }] of became) {
      const old = schemes.get(id);
      const scheme = reference && index.scheme(reference);
      if (!old || !scheme) continue;
      const entry = carried.get(scheme) ?? { scheme, held: 0, terms: [] };
      carried.set(scheme, entry);
      const amount = old.amount.value;
      entry.held = entry.held === undefined || amount === undefined ? undefined : entry.held + amount;
      if (amount !== undefined)
        entry.terms.push({
          at: old.amount.at,
          message: say`${old.called} of the old plan held ${formatMoney(amount)}`,
          uri,
        });
    }
  }
  return carried.values();
}

/** Pence of a scheme; `undefined` where a line or an amount is missing, which is a finding of its own. */
function moneyIn(year: FinancialYear, scheme: Scheme, { plan, index }: RuleContext): number | undefined {
  const lines = index.linesOfScheme(scheme.id.value);
  if (lines.length === 0 || lines.some(line => unpricedYears(line, plan, index).includes(year))) return undefined;
  return index.moneyOfScheme(scheme, year);
}
