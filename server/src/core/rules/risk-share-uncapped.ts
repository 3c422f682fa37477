/** `risk-share-uncapped`: a pooled fund in which a partner may be asked for any amount. */

import type { Fund } from '../model/budget';
import type { Partner } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { listAnd, say } from '../text/say';
import { idsOf, namedBy } from './shared/named-by';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const riskShareUncapped: Rule = {
  id: 'risk-share-uncapped',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A partner in a pooled fund has no cap on what it may be asked to bear.',
  why: "Without a cap a council carries the NHS's overspend with no control over it, at a risk to its own money and name.",
  source:
    'CIPFA on Torbay (HSJ): the council was "subject to the overall financial pressures from the NHS … with no ability to control or influence them"',
  answers: [
    { text: 'MJ 2016', words: 'at significant financial and reputational risk to itself' },
    { text: 'Lowdown 2022', words: 'would risk the NHS budget becoming exposed' },
  ],
  asksFor: ['caps'],
  restsOn: [
    'budget/contributions',
    'budget/contributions/id',
    'budget/contributions/partner',
    'budget/funds/id',
    'budget/funds/kind',
    'budget/funds/risk_share/basis',
    'budget/lines/fund',
    'budget/lines/funded_by',
    'partners',
    'partners/id',
  ],
  examples: { bad: fundExample('caps: {ccg: £1m}'), good: fundExample('caps: {county: £1m, ccg: £1m}') },
  *check({ plan, index }) {
    const partnersOf = contributorsByFund(plan, index);
    const partners = new Map(plan.partners.items.map(partner => [partner.id.value, partner]));
    for (const fund of plan.budget.funds.items) {
      if (fund.kind.value !== 'pooled') continue;
      const { given, at, basis, caps, capsAt, capsUnread } = fund.riskShare;
      if (!given) {
        yield {
          at,
          message: say`${fund.called} does not say who bears an overspend, nor up to what amount. Add it, like "risk_share: {basis: capped, caps: {county: £1m, ccg: £1m}}".`,
        };
        continue;
      }
      if (basis.value === undefined || SHARES_NOTHING.has(basis.value) || capsUnread) continue;
      const bearers = bearersOf(fund, partnersOf.get(fund.id.value ?? '') ?? new Set(), partners);
      const capped = namedBy(
        caps.map(({ partner }) => partner),
        bearers,
        idsOf(plan.partners.items),
      );
      const uncapped = [...bearers].filter(partner => !capped.has(partner));
      if (uncapped.length === 0 && (bearers.size > 0 || caps.length > 0)) continue;
      const names = uncapped.map(id => quotedName(partners.get(id), id));
      yield {
        at: capsAt,
        message: say`${fund.called} sets no limit on what ${names.length === 0 ? 'a partner' : listAnd(names)} may be asked to bear. Give each partner its cap, like "caps: {${uncapped[0] ?? 'county'}: £1m}".`,
      };
    }
  },
};

/** `pooled-in-name-only` speaks of these. */
const SHARES_NOTHING: ReadonlySet<string> = new Set(['each-bears-own', 'none']);

/** The partners whose money is in each fund, by the fund's id. */
function contributorsByFund(plan: Plan, index: PlanIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const contributors = new Map<string, Set<string>>();
  for (const { fund, fundedBy } of plan.budget.lines.items) {
    if (fund.value === undefined) continue;
    const known = contributors.get(fund.value) ?? new Set();
    contributors.set(fund.value, known);
    for (const { contribution } of fundedBy.shares) {
      const partner = index.contribution(contribution)?.partner.value;
      if (partner !== undefined) known.add(partner);
    }
  }
  return contributors;
}

/** Which of the plan's partners may be asked to pay: the host alone where it bears everything, or else all who put money in. */
function bearersOf(
  { riskShare, host }: Fund,
  contributors: ReadonlySet<string>,
  partners: ReadonlyMap<string | undefined, Partner>,
): ReadonlySet<string> {
  const asked = riskShare.basis.value === 'host-bears' ? [host.value ?? ''] : [...contributors];
  return new Set(asked.filter(id => partners.has(id)));
}

function fundExample(caps: string): string {
  return `budget:
  contributions:
    - {id: county-care, partner: county, source: local-authority, amounts: {2017-18: £600k}}
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £600k}}
  lines:
    - {id: falls, title: Falls response, service: community-health, lead: a-example, fund: pool, funded_by: {county-care: 50, ccg-minimum: 50}, amounts: {2017-18: £1.2m}}
  funds:
    - id: pool
      name: North Yorkshire pooled fund
      kind: pooled
      legal_basis: section-75-pooled
      host: county
      pool_manager: a-example
      risk_share: {basis: proportional, ${caps}}
`;
}
