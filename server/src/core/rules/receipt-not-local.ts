/** `receipt-not-local`: the plan counts on the money from a sale that is kept nationally. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const receiptNotLocal: Rule = {
  id: 'receipt-not-local',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The receipt from the sale of an NHS Property Services site is booked as local money.',
  why: 'NHS Property Services puts its receipts into the estate of the whole country, not of the place.',
  source: 'Public Accounts Committee, NHS Property Services, 2019',
  answers: [{ text: 'MJ 2016', words: 'a centralised NHS estate management function' }],
  restsOn: ['estates/sites/owner'],
  examples: {
    bad: `estates:
  sites:
    - {site: Selby clinic, owner: nhs-property-services, receipt_to: place}
`,
    good: `estates:
  sites:
    - {site: Selby clinic, owner: nhs-property-services, receipt_to: national}
`,
  },
  *check({ plan }) {
    for (const { called, owner, receiptTo } of plan.estates.items) {
      if (owner.value !== 'nhs-property-services' || receiptTo.value !== 'place') continue;
      yield {
        at: receiptTo.at,
        message: say`${called} belongs to NHS Property Services, which keeps the money from a sale nationally. Write "receipt_to: national", and leave the money out of the plan.`,
        fixes: [{ title: say`Write national`, safe: false, edits: [{ at: receiptTo.at, text: 'national' }] }],
      };
    }
  },
};
