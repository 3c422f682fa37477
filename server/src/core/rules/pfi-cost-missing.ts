/** `pfi-cost-missing`: a site under a private finance contract, without its yearly charge or the year in which that ends. */
import { listAnd, say } from '../text/say';
import type { Rule } from './shared/rule';

export const pfiCostMissing: Rule = {
  id: 'pfi-cost-missing',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A PFI or LIFT site has no yearly charge, or no year in which it ends.',
  why: 'The charge goes on whatever moves out of the building. It decides what can be saved there, and until when.',
  source:
    'Thomson 2016, The MJ: "the legacy of local PFI deals"; Public Accounts Committee, NHS Property Services, 2019',
  answers: [{ text: 'MJ 2016', words: 'is the legacy of local PFI deals' }],
  about: ['absence'],
  asksFor: ['unitary_charge', 'charge_ends'],
  restsOn: ['estates/sites/owner'],
  examples: {
    bad: `estates:
  sites:
    - {site: James Cook hospital, owner: pfi}
`,
    good: `estates:
  sites:
    - {site: James Cook hospital, owner: pfi, unitary_charge: £6.2m, charge_ends: 2037}
`,
  },
  *check({ plan }) {
    for (const { at, called, owner, unitaryCharge, chargeEnds } of plan.estates.items) {
      if (owner.value !== 'pfi' && owner.value !== 'lift') continue;
      const missing = [
        ...(unitaryCharge.given ? [] : [[say`what it is charged a year`, '"unitary_charge: £6.2m"'] as const]),
        ...(chargeEnds.given ? [] : [[say`in which year the charge ends`, '"charge_ends: 2037"'] as const]),
      ];
      if (missing.length === 0) continue;
      yield {
        at,
        message: say`${called} is a ${owner.value.toUpperCase()} building, and the plan does not say ${listAnd(missing.map(([what]) => what))}. Add it, like ${listAnd(missing.map(([, form]) => form))}.`,
      };
    }
  },
};
