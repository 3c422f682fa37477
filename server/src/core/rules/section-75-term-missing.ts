/** `section-75-term-missing`: a pooled fund lacks a term that the regulations ask of its agreement. One finding lists them all. */

import type { Fund, FundTerm } from '../model/budget';
import { fundTerms } from '../model/budget';
import { english, listAnd, said, say } from '../text/say';
import { idsOf, namedBy } from './shared/named-by';
import type { Rule } from './shared/rule';

export const section75TermMissing: Rule = {
  id: 'section-75-term-missing',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'A pooled fund lacks a term that its section 75 agreement must state.',
  why: 'The agreement for a pooled fund must be in writing and must state its aims, contributions, functions, people, resources, duration and end, and monitoring.',
  source:
    'SI 2000/617 (NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000) reg. 7(3)(a) to (g)',
  about: ['absence'],
  asksFor: ['aims', 'functions', 'people_served', 'resources', 'duration', 'variation', 'termination', 'monitoring'],
  restsOn: ['budget/funds/legal_basis'],
  examples: {
    bad: fundExample(''),
    good: fundExample(`
      aims: People recover at home after illness.
      functions: Care and support under the Care Act 2014, and community health services.
      people_served: Adults of North Yorkshire who need short-term help.
      resources: The contributions, and the offices of the reablement team.
      duration: 1 April 2018 to 31 March 2020.
      variation: In writing, by both partners.
      termination: Six months' notice in writing.
      monitoring: Monthly to the board, with a yearly account.`),
  },
  *check({ plan }) {
    const { funds, lines } = plan.budget;
    const paidInto = namedBy(
      lines.items.map(line => line.fund),
      idsOf(funds.items),
    );
    for (const fund of funds.items) {
      if (!isPooledBySection75(fund)) continue;
      const missing = fundTerms.flatMap(term => (isMissing(fund, term) ? [`${said(TERMS[term])} ("${term}")`] : []));
      const unpaid = fund.id.value !== undefined && !lines.unread && !paidInto.has(fund.id.value);
      if (unpaid) missing.push(say`the money that partners put in (a budget line with "fund: ${fund.id.value}")`);
      if (missing.length === 0) continue;
      yield {
        at: fund.at,
        message:
          missing.length === 1
            ? say`${fund.called} does not state ${listAnd(missing)}. SI 2000/617 reg. 7(3) asks for it: take it from the section 75 agreement.`
            : say`${fund.called} does not state ${listAnd(missing)}. SI 2000/617 reg. 7(3) asks for them: take them from the section 75 agreement.`,
      };
    }
  },
};

/** What each term says. */
const TERMS: Readonly<Record<FundTerm, string>> = {
  aims: english`its aims`,
  functions: english`the functions it covers`,
  people_served: english`the people it serves`,
  resources: english`the staff, goods and buildings in it`,
  duration: english`how long it lasts`,
  variation: english`how it is changed`,
  termination: english`how it ends`,
  monitoring: english`how it is monitored`,
};

function isPooledBySection75({ kind, legalBasis }: Fund): boolean {
  if (legalBasis.value === 'section-75-pooled') return true;
  return kind.value === 'pooled' && (legalBasis.value?.startsWith('section-75') ?? false);
}

function isMissing(fund: Fund, term: FundTerm): boolean {
  return fund.terms[term].value === undefined;
}

function fundExample(terms: string): string {
  return `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m}}
  lines:
    - {id: falls, title: Falls response, service: community-health, lead: a-example, funded_by: ccg-minimum, fund: pool, amounts: {2017-18: £1.2m}}
  funds:
    - id: pool
      name: North Yorkshire pooled fund
      kind: pooled
      legal_basis: section-75-pooled
      host: county
      pool_manager: a-example${terms}
`;
}
