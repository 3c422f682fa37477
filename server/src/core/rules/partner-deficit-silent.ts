/** `partner-deficit-silent`: a commissioner that gives no forecast, or a partner in deficit without a recovery plan. */

import type { Partner } from '../model/items';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { idsOf, namedBy } from './shared/named-by';
import type { Rule } from './shared/rule';

export const partnerDeficitSilent: Rule = {
  id: 'partner-deficit-silent',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'A commissioner that pays in gives no forecast, or a deficit has no recovery plan.',
  why: "One partner's deficit becomes the others' risk as soon as money is shared. It has to be on the table, with the way out of it.",
  source: 'Thomson 2016, The MJ: a CCG with "some serious problems, including a massive budget deficit"',
  answers: [
    { text: 'MJ 2016', words: 'serious problems, including a massive budget deficit' },
    { text: 'Health MJ 2017', words: 'healthcare budget deficits would create further pressures' },
  ],
  about: ['absence'],
  restsOn: ['budget', 'budget/contributions/partner', 'partners/forecast', 'partners/id', 'partners/type'],
  examples: {
    bad: `partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council, forecast: {2017-18: £0}}
  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group, forecast: {2017-18: -£14m}}
`,
    good: `partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council, forecast: {2017-18: £0}}
  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group, forecast: {2017-18: -£14m}, recovery_plan: Agreed with NHS England on 30 March 2017}
`,
  },
  *check({ plan }) {
    const { contributions } = plan.budget;
    const payers = namedBy(
      contributions.items.map(({ partner }) => partner),
      idsOf(plan.partners.items),
    );
    // While nobody can tell who pays, every commissioner may.
    const mayPay = (partner: Partner) =>
      contributions.unread || payers.size === 0 || partner.id.value === undefined || payers.has(partner.id.value);
    for (const partner of plan.partners.items) {
      const { called, forecast, type } = partner;
      if (type.value !== undefined && COMMISSIONERS.has(type.value) && mayPay(partner) && !isStated(partner)) {
        yield {
          at: forecast.at,
          asksFor: ['forecast'],
          message: say`${called} gives no forecast. Write its surplus for each year, or its deficit with a minus sign, like "forecast: {2017-18: -£1.4m}".`,
        };
      }
      const deficit = forecast.years.find(({ money }) => money.value !== undefined && money.value < 0);
      if (!deficit || partner.recoveryPlan.value) continue;
      yield {
        asksFor: ['recovery_plan'],
        at: partner.recoveryPlan.key ? partner.recoveryPlan.at : deficit.money.at,
        message: say`${called} forecasts a deficit of ${formatMoney(-(deficit.money.value ?? 0))} in ${deficit.year} and has no recovery plan. Say how it will be made good, or where that is written, under "recovery_plan".`,
      };
    }
  },
};

const COMMISSIONERS: ReadonlySet<string> = new Set([
  'upper-tier-council',
  'clinical-commissioning-group',
  'integrated-care-board',
]);

function isStated({ forecast }: Partner): boolean {
  return forecast.spoiled || forecast.years.some(({ money }) => money.given);
}
