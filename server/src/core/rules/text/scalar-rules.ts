/** Pages of the single values that have a form: amounts, dates, financial years and ids. */
import type { RulePage } from '../shared/rule';
import { alwaysError } from './severities';

export const scalarRules: readonly RulePage[] = [
  {
    id: 'bad-money',
    severity: alwaysError,
    summary: 'An amount is not written in one of the forms that can be read to the penny.',
    why: 'Sums are held in whole pence. An amount that can be read in two ways, or in none, spoils every sum that it is in.',
    source: 'Format of the plan: £850k, £12.5m, £3.8bn, £1,250,000, £1250000.50, -£40k or 1250000',
    examples: {
      bad: 'budget:\n  transfers:\n    - {id: homes, from: ccg, to: county, amount: £1.2 million, when: 2018-04-01, decision: plan-money}\n',
      good: 'budget:\n  transfers:\n    - {id: homes, from: ccg, to: county, amount: £1.2m, when: 2018-04-01, decision: plan-money}\n',
    },
  },
  {
    id: 'bad-date',
    severity: alwaysError,
    summary: 'A date is not written as year, month and day, or is no day of the calendar.',
    why: 'Deadlines are compared with each other and with the last date of the framework. A month, a season or a year is no day on which anybody can be held to them.',
    source: 'Format of the plan: 2018-03-31; ISO 8601',
    examples: {
      bad: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 01/10/2017}\n',
      good: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n',
    },
  },
  {
    id: 'bad-year',
    severity: alwaysError,
    summary: 'A financial year is not written as two years that follow each other.',
    why: 'Amounts are added up by financial year. One that is written otherwise belongs to no year.',
    source: 'Format of the plan: 2017-18, from 1 April to 31 March',
    examples: {
      bad: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council, forecast: {2017/18: £0}}\n  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}\n',
      good: 'partners:\n  - {id: county, name: North Yorkshire County Council, type: upper-tier-council, forecast: {2017-18: £0}}\n  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}\n',
    },
  },
  {
    id: 'bad-id',
    severity: alwaysError,
    summary: 'An id has other characters than small letters, digits and dashes, or does not start with a letter.',
    why: 'Ids are typed again wherever an item is named. Capitals, spaces and signs make two ids of one.',
    source: 'Format of the plan: falls-response',
    examples: {
      bad: 'schemes:\n  - {id: Falls response, name: Falls response service, lead: a-example, novelty: existing}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
    },
  },
];
