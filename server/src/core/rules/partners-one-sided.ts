/** `partners-one-sided`: a joint plan without a council, or without an NHS commissioner. */

import type { Partner } from '../model/items';
import type * as Listed from '../schema/plan-document.generated';
import { english, listOr, said, say } from '../text/say';
import { mistyped } from './shared/mistyped';
import type { Rule } from './shared/rule';

export const partnersOneSided: Rule = {
  id: 'partners-one-sided',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The plan has no council, or no NHS commissioner, among its partners.',
  why: 'The approach is to be agreed locally by CCGs and local authorities. A plan of one side alone is not a joint plan.',
  source: 'Humphries 2015, HSJ: "agreed locally by CCGs and local authorities"',
  answers: [{ text: 'HSJ 2015', words: 'the approach should be agreed locally by CCGs and local authorities' }],
  restsOn: ['partners/type'],
  examples: {
    bad: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}\n  - {id: trust, name: South Tees Hospitals NHS Foundation Trust, type: nhs-foundation-trust}\n',
    good: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}\n  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}\n',
  },
  *check({ plan: { partners } }) {
    if (partners.unread) return;
    if (partners.items.length === 0) {
      const message = say`The plan has no partners. Add under "partners" the council and the NHS commissioners that make it together.`;
      yield { at: partners.at, message };
      return;
    }
    for (const side of SIDES) {
      if (partners.items.some(partner => isOf(side.types, partner))) continue;
      const meant = mistyped(
        partners.items.map(({ type }) => type.value),
        Object.keys(ALL_TYPES).map(word => ({ word })),
      );
      if (side.types.some(type => meant.has(type))) continue;
      const message = say`The plan has no ${said(side.called)} among its partners. Add it under "partners", with ${listOr(side.types.slice(0, side.asked).map(type => say`"type: ${type}"`))}.`;
      yield { at: partners.at, message, detail: side.called };
    }
  },
};

interface Side {
  readonly called: string;
  readonly types: readonly Listed.PartnerType[];
  /** How many of the types, from the first, are those that a plan usually has. */
  readonly asked: number;
}

const SIDES: readonly Side[] = [
  { called: english`council`, asked: 1, types: ['upper-tier-council', 'district-council'] },
  {
    called: english`NHS commissioner`,
    asked: 2,
    types: ['clinical-commissioning-group', 'integrated-care-board', 'nhs-england'],
  },
];

/** A partner without a type may be either side: the missing type is reported, and nothing that follows from it. */
function isOf(types: readonly Listed.PartnerType[], { type }: Partner): boolean {
  return type.value === undefined || types.includes(type.value);
}

const ALL_TYPES: Readonly<Record<Listed.PartnerType, true>> = {
  'upper-tier-council': true,
  'district-council': true,
  'clinical-commissioning-group': true,
  'integrated-care-board': true,
  'nhs-trust': true,
  'nhs-foundation-trust': true,
  'gp-federation': true,
  'voluntary-sector': true,
  'independent-provider': true,
  'housing-authority': true,
  healthwatch: true,
  'combined-authority': true,
  'nhs-england': true,
};
