/** Pages of what is found when keys and values are compared with the format of the plan. */
import type { RulePage } from '../shared/rule';
import { alwaysError } from './severities';

export const keyRules: readonly RulePage[] = [
  {
    id: 'missing-key',
    severity: alwaysError,
    summary: 'A key that every such item needs is absent, or nothing stands after it.',
    why: 'Without it nobody can tell what the item is, or where it belongs.',
    source: 'Format of the plan',
    about: ['absence'],
    examples: {
      bad: 'schemes:\n  - {name: Falls response service, lead: a-example, novelty: existing}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
    },
  },
  {
    id: 'unknown-key',
    severity: alwaysError,
    summary: 'A key stands where the format does not know it.',
    why: 'What is written under it is not read by anybody. Most often it is a slip of the pen, or the key has another name.',
    source: 'Format of the plan',
    examples: {
      bad: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, due_date: 2017-10-01, deadline: 2017-10-01}\n',
      good: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n',
    },
  },
  {
    id: 'unknown-value',
    severity: alwaysError,
    summary: 'A value is not one of those that the format lists.',
    why: 'Listed values are compared between plans. One that is not in the list is counted nowhere.',
    source: 'Format of the plan',
    examples: {
      bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: old}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
    },
  },
  {
    id: 'wrong-type',
    severity: alwaysError,
    summary: 'A text stands where a list, keys and values, a number or true or false belongs, or the other way about.',
    why: 'What stands there cannot be read as what it is meant to be.',
    source: 'Format of the plan',
    examples: {
      bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, services: community-health}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, services: [community-health]}\n',
    },
  },
];
