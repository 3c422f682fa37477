/** `estate-not-ours-to-decide`: the plan changes a building that somebody else owns, without that owner's decision. */

import { isOpen } from '../model/field';
import type { SiteOwner } from '../schema/plan-document.generated';
import { english, said, say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const estateNotOursToDecide: Rule = {
  id: 'estate-not-ours-to-decide',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A building that another landlord owns changes, and nobody is named who may decide that.',
  why: 'A landlord with national aims can override what is best for a place. Its decision has to be had before the plan counts on it.',
  source:
    'Thomson 2016, The MJ: PropCo "making decisions about local rent levels"; Public Accounts Committee, NHS Property Services, 2019',
  answers: [{ text: 'MJ 2016', words: 'national policy drivers can override what is best for a local area' }],
  restsOn: ['estates/sites/change', 'estates/sites/owner'],
  examples: {
    bad: `estates:
  sites:
    - {site: Selby health centre, owner: nhs-property-services, change: Closes in April 2018}
`,
    good: `partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}
  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}
  - {id: nhsps, name: NHS Property Services Ltd, type: independent-provider}
estates:
  sites:
    - {site: Selby health centre, owner: nhs-property-services, change: Closes in April 2018, decided_by: nhsps}
`,
  },
  *check({ plan }) {
    for (const { called, owner, change, decidedBy } of plan.estates.items) {
      const landlord = owner.value === undefined ? undefined : LANDLORDS[owner.value];
      if (landlord === undefined || change.value === undefined || !isOpen(decidedBy)) continue;
      yield {
        at: decidedBy.key ? decidedBy.at : change.at,
        message: say`${called} is to change ("${shorten(change.value)}"), but it is ${said(landlord)} that decides about it. Name the partner that has the right to, once it has agreed, like "decided_by: landlord".`,
      };
    }
  },
};

/** Who decides about buildings that the partners do not own. */
const LANDLORDS: Readonly<Partial<Record<SiteOwner, string>>> = {
  'nhs-property-services': english`NHS Property Services`,
  'community-health-partnerships': english`Community Health Partnerships`,
  pfi: english`the PFI company`,
  lift: english`the LIFT company`,
  private: english`a private landlord`,
};
