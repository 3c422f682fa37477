/** `pooled-in-name-only`: a fund that is called pooled, and shares no risk or has no power to pool. */
import { english, said, say } from '../text/say';
import type { Rule } from './shared/rule';

export const pooledInNameOnly: Rule = {
  id: 'pooled-in-name-only',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A fund is called pooled, but each partner bears its own risk or no law lets them pool.',
  why: 'Money that each partner keeps and answers for is aligned, not pooled. To call it pooled hides how little is shared.',
  source:
    'Oldham, section 75 outturn 2018-19: a "Pooled Aligned Budget" of £124.986m beside a pooled one of £1.447m; Wirral, Pooled Fund Arrangements 2021/22; SI 2000/617 reg. 7',
  answers: [{ text: 'Health MJ 2017', words: 'Health and care integration will not happen unless budgets are pooled' }],
  restsOn: ['budget/funds/kind'],
  examples: { bad: fundExample('each-bears-own'), good: fundExample('proportional') },
  *check({ plan }) {
    for (const { called, kind, legalBasis, riskShare } of plan.budget.funds.items) {
      if (kind.value !== 'pooled') continue;
      const { basis } = riskShare;
      if (basis.value === 'each-bears-own' || basis.value === 'none') {
        yield {
          at: basis.at,
          message:
            basis.value === 'none'
              ? say`${called} is called pooled, but its partners share no risk. Share the risk, like "basis: proportional", or write "kind: aligned".`
              : say`${called} is called pooled, but each partner bears its own overspend. Share the risk, like "basis: proportional", or write "kind: aligned".`,
          fixes: [{ title: say`Write aligned`, safe: false, edits: [{ at: kind.at, text: 'aligned' }] }],
        };
      }
      const lacking = legalBasis.value === undefined ? undefined : NO_POOL[legalBasis.value];
      if (lacking !== undefined) {
        yield {
          at: legalBasis.at,
          message: say`${called} is called pooled, but ${said(lacking)}. Write "legal_basis: section-75-pooled" if there is such an agreement, or call the fund what it is.`,
        };
      }
    }
  },
};

/** Why money cannot be pooled on a legal basis that does not provide for it. */
const NO_POOL: Readonly<Partial<Record<string, string>>> = {
  none: english`it has no basis in law`,
  'section-256': english`section 256 lets the NHS pay a council, not pool money with it`,
  'section-76': english`section 76 lets a council pay the NHS, not pool money with it`,
};

function fundExample(basis: string): string {
  return `budget:
  funds:
    - id: pool
      name: North Yorkshire pooled fund
      kind: pooled
      legal_basis: section-75-pooled
      host: county
      pool_manager: a-example
      risk_share: {basis: ${basis}, caps: {county: £1m, ccg: £1m}}
`;
}
