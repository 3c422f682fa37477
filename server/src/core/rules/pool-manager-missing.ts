/** `pool-manager-missing`: a pooled fund without the partner that hosts it, or without the person who manages it. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const poolManagerMissing: Rule = {
  id: 'pool-manager-missing',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A pooled fund has no host or no pool manager.',
  why: 'One partner hosts a pooled fund and answers for its accounts and audit. One named officer manages it and reports on it.',
  source: 'SI 2000/617 reg. 7; DAC Beachcroft, Better Care Fund (host partner and pool manager)',
  about: ['absence'],
  asksFor: ['host', 'pool_manager'],
  examples: {
    bad: `budget:
  funds:
    - {id: pool, name: North Yorkshire pooled fund, kind: pooled, legal_basis: section-75-pooled, host: county, pool_manager: vacant}
`,
    good: `budget:
  funds:
    - {id: pool, name: North Yorkshire pooled fund, kind: pooled, legal_basis: section-75-pooled, host: county, pool_manager: a-example}
`,
  },
  *check({ plan }) {
    for (const { called, kind, legalBasis, host, poolManager } of plan.budget.funds.items) {
      if (kind.value === 'aligned' || (kind.value !== 'pooled' && legalBasis.value !== 'section-75-pooled')) continue;
      if (isOpen(host)) {
        yield {
          at: host.at,
          message: host.written
            ? say`${called} has no host: "${shorten(host.written)}" is no partner. Name the partner that answers for its accounts and audit, like "host: county".`
            : say`${called} has no host. Name the partner that answers for its accounts and audit, like "host: county".`,
          detail: 'host',
        };
      }
      if (poolManager.unassigned) {
        yield {
          at: poolManager.at,
          message: poolManager.written
            ? say`${called} has no pool manager: "${shorten(poolManager.written)}" is not a person. Name one of "people" by their id, like "pool_manager: a-example".`
            : say`${called} has no pool manager. Name one of "people" by their id, like "pool_manager: a-example".`,
          detail: 'pool_manager',
        };
      }
    }
  },
};
