/** `accountable-without-power`: the accountable lead, or a body of theirs, may not decide on the money of the plan. */

import type { Decision } from '../model/governance';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const accountableWithoutPower: Rule = {
  id: 'accountable-without-power',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The accountable lead holds no decision whose limit covers a year of the budget.',
  why: "To make one person accountable without changing who decides about the money only adds risk. A decision counts when it is the lead's own, or that of a body on which the lead's organisation sits.",
  source:
    'The Lowdown 2022, quoting NHS Providers: a single accountable person "without altering the underlying financial flows, infrastructure and accountabilities"',
  answers: [
    {
      text: 'Lowdown 2022',
      words: 'without altering the underlying financial flows, infrastructure and accountabilities',
    },
  ],
  restsOn: [
    'budget/lines/amounts',
    'governance/accountable_lead',
    'governance/decisions',
    'governance/decisions/decider',
    'people',
    'people/id',
    'period',
    'period/from',
    'period/to',
  ],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: small-sums, what: Spend within the budget, decider: a-example, limit: £50k}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  decisions:
    - {id: spend, what: Spend within the budget, decider: a-example, limit: £2m}
`,
  },
  *check({ plan, index }) {
    const { accountableLead, decisions, decisionList, bodyList, unread } = plan.governance;
    if (unread || decisionList.unread || bodyList.unread) return;
    if (decisions.length === 0) {
      yield {
        at: decisionList.at,
        message: say`The plan names no decision, so whoever is accountable for it has no power. Add who decides what under "decisions" in "governance", like "- {id: spend, what: Spend within the budget, decider: a-example, limit: £2m}".`,
      };
      return;
    }
    const lead = index.person(accountableLead);
    if (!lead) return;
    const own = decisionsOf(lead.id.value, lead.employer.value, plan, index).filter(({ limit }) => limit.given);
    const largest = largestOf(own);
    if (!largest) {
      yield {
        at: accountableLead.at,
        message: say`The accountable lead, ${quotedName(lead)}, holds no decision about money, and neither does a body on which their organisation sits. Add one under "decisions" with "decider: ${lead.id.value}" and a limit.`,
      };
      return;
    }
    const year = dearestYear(plan, index);
    const limit = largest.limit.value;
    if (!year || limit === undefined || limit >= year.spent) return;
    yield {
      at: largest.limit.at,
      message: say`The accountable lead, ${quotedName(lead)}, can decide on ${formatMoney(limit)} at most, but answers for a budget of ${formatMoney(year.spent)} in ${year.name}. Raise the limit, or give the lead another decision that covers the budget.`,
    };
  },
};

function decisionsOf(
  person: string | undefined,
  employer: string | undefined,
  plan: Plan,
  index: PlanIndex,
): readonly Decision[] {
  return plan.governance.decisions.filter(({ decider }) => {
    if (decider.value === person) return true;
    return employer !== undefined && index.body(decider)?.members.some(member => member.value === employer);
  });
}

/** The decision with the highest limit; one whose limit cannot be read may be the highest. */
function largestOf(decisions: readonly Decision[]): Decision | undefined {
  const height = ({ limit }: Decision) => limit.value ?? Number.POSITIVE_INFINITY;
  return decisions.reduce<Decision | undefined>(
    (best, decision) => (best && height(best) >= height(decision) ? best : decision),
    undefined,
  );
}

function dearestYear(plan: Plan, index: PlanIndex): { readonly name: string; readonly spent: number } | undefined {
  let dearest: { readonly name: string; readonly spent: number } | undefined;
  for (const name of plan.years) {
    const spent = index.budgetOf(name);
    if (spent !== undefined && (!dearest || spent > dearest.spent)) dearest = { name, spent };
  }
  return dearest;
}
