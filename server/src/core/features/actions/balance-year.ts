/** *Balance this year*: the difference between contributions and lines as a new line, or as a new contribution. */

import { say } from '../../text/say';
import { formatMoney } from '../../values/money';
import { idFrom } from '../shared/new-id';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { idsOf, lineValues } from './add-missing-line';
import { insertItem } from './insert';

export function balanceYear(context: PlanActionContext): readonly Action[] {
  const { index, findings, analysis } = context;
  return findings
    .filter(({ rule, detail }) => rule === 'budget-does-not-balance' && detail !== undefined)
    .flatMap((finding): Action[] => {
      const year = finding.detail ?? '';
      const left = (index.contributionsOf(year) ?? 0) - (index.budgetOf(year) ?? 0);
      if (left === 0) return [];
      const size = formatMoney(Math.abs(left));
      const pounds = size.replace('£', '').replaceAll(',', '');
      const path = left > 0 ? ['budget', 'lines'] : ['budget', 'contributions'];
      const values = left > 0 ? newLine(context, year, pounds) : newContribution(context, year, pounds);
      const edit = insertItem(analysis, path, values);
      const what = left > 0 ? 'a line' : 'a contribution';
      return edit ? [{ title: say`Add ${what} of ${size} for ${year}`, kind: 'quickfix', finding, edits: [edit] }] : [];
    });
}

/** The new line has an amount for every year, so that no other year becomes a gap. */
function newLine(context: PlanActionContext, year: string, pounds: string) {
  return lineValues(context, {
    title: say`Not yet allocated in ${year}`,
    service: undefined,
    scheme: undefined,
    lead: undefined,
    amount: other => (other === year ? pounds : '0'),
  });
}

function newContribution({ plan, analysis }: PlanActionContext, year: string, pounds: string) {
  const stops = new TabStops();
  const partners = idsOf(plan.partners.items);
  const sources = ['nhs', 'local-authority', 'nhs-additional', 'local-authority-additional', 'other'];
  return [
    ['id', snippetText(idFrom(say`Balance ${year}`, 'contribution', analysis))],
    ['partner', partners.length > 0 ? stops.choice(partners) : stops.next()],
    ['source', stops.choice(sources)],
    ['amounts', `{${year}: £${stops.next(pounds)}}`],
  ] as const;
}
