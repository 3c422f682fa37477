/** Pages of what is found of waivers, the comments that silence a rule on one line. */
import type { RulePage } from '../shared/rule';
import { alwaysError, alwaysWarning } from './severities';

const milestones = (waiver: string, deadline: string) =>
  `milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n${waiver}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: ${deadline}}\n`;

export const waiverRules: readonly RulePage[] = [
  {
    id: 'bad-waiver',
    severity: alwaysError,
    summary: 'A waiver names no rule that exists, gives no reason, or ends on no date.',
    why: 'A waiver is a decision that others will read. Without a rule and a reason it silences nothing.',
    source: 'Format of waivers: # oneplan-waive <rule>: reason (owner, until 2019-03-31)',
    waivable: false,
    examples: {
      bad: milestones('  # oneplan-waive deadline-past-limit:', '2021-04-01'),
      good: milestones(
        '  # oneplan-waive deadline-past-limit, deadline-outside-period: the new council begins then',
        '2021-04-01',
      ),
    },
  },
  {
    id: 'unused-waiver',
    severity: alwaysWarning,
    summary: 'A waiver stands where its rule finds nothing.',
    why: 'It is left over from a fault that has been put right, and would hide the next one.',
    source: 'Format of waivers: a waiver is for its own line, or for the line below',
    waivable: false,
    examples: {
      bad: milestones('  # oneplan-waive deadline-past-limit: the new council begins then', '2018-04-01'),
      good: milestones('  # The new council begins then.', '2018-04-01'),
    },
  },
  {
    id: 'expired-waiver',
    severity: alwaysError,
    summary: 'A waiver has passed the date until which it was given.',
    why: 'Somebody agreed to live with a fault until that day. From then on it counts again.',
    source: 'Format of waivers: "until 2019-03-31" is the last day on which a waiver holds',
    waivable: false,
    examples: {
      today: '2019-04-01',
      bad: milestones(
        '  # oneplan-waive deadline-past-limit: the new council begins then (board, until 2019-03-31)',
        '2021-04-01',
      ),
      good: milestones(
        '  # oneplan-waive deadline-past-limit: the new council begins then (board, until 2019-06-30)',
        '2021-04-01',
      ),
    },
  },
];
