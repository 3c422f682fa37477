/** `shares-not-whole`: the shares in which contributions pay for a budget line do not make a hundred per cent. */
import { say } from '../text/say';
import { lowerFirst } from '../text/words';
import type { Rule } from './shared/rule';

export const sharesNotWhole: Rule = {
  id: 'shares-not-whole',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The shares in "funded_by" do not sum to 100.',
  why: 'Shares that make less than a hundred leave a part of the line unpaid; shares that make more take money twice.',
  source: 'Format of the plan: the shares in "funded_by" sum to 100',
  examples: {
    bad: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.2m, 2019-20: £1.2m}}
    - {id: county-base, partner: county, source: local-authority, amounts: {2017-18: £300k, 2018-19: £300k, 2019-20: £300k}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: {ccg-minimum: 80, county-base: 15}
      amounts: {2017-18: £1.5m, 2018-19: £1.5m, 2019-20: £1.5m}
`,
    good: `budget:
  contributions:
    - {id: ccg-minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £1.2m, 2018-19: £1.2m, 2019-20: £1.2m}}
    - {id: county-base, partner: county, source: local-authority, amounts: {2017-18: £300k, 2018-19: £300k, 2019-20: £300k}}
  lines:
    - id: falls
      title: Falls response
      service: community-health
      scheme: falls-response
      lead: a-example
      funded_by: {ccg-minimum: 80, county-base: 20}
      amounts: {2017-18: £1.5m, 2018-19: £1.5m, 2019-20: £1.5m}
`,
  },
  *check({ plan }) {
    for (const { called, fundedBy } of plan.budget.lines.items) {
      if (!fundedBy.given || fundedBy.shares.length === 0) continue;
      let sum = 0;
      for (const { percent } of fundedBy.shares) sum += percent ?? Number.NaN;
      // A third is written 33.33: each share may be off by as much as its second decimal can say.
      if (Number.isNaN(sum) || Math.abs(sum - 100) < 0.01 * fundedBy.shares.length + 0.001) continue;
      const total = Number(sum.toFixed(2));
      yield {
        at: fundedBy.at,
        message: messageOf(lowerFirst(called), total, fundedBy.shares.length),
        related: fundedBy.shares.slice(0, 10).map(({ contribution, percent, at }) => ({
          at,
          message: say`"${contribution.value}" pays ${percent} per cent`,
        })),
      };
    }
  },
};

function messageOf(called: string, total: number, shares: number): string {
  const off = Number(Math.abs(100 - total).toFixed(2));
  if (total < 100)
    return shares === 1
      ? say`${off} per cent of ${called} is paid by nobody. Write 100, or name who pays the rest.`
      : say`${off} per cent of ${called} is paid by nobody. Let the shares come to 100.`;
  return say`The shares that pay for ${called} come to ${total} per cent, ${off} more than there is to pay. Let them come to 100.`;
}
