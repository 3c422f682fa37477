/** Pages of what is found where one part of a plan names another. */
import type { RulePage } from '../shared/rule';
import { alwaysError } from './severities';

export const referenceRules: readonly RulePage[] = [
  {
    id: 'duplicate-id',
    severity: alwaysError,
    summary: 'Two items of one kind have the same id.',
    why: 'Whatever names the id may mean either of them.',
    source: 'Format of the plan: an id is unique within its kind',
    examples: {
      bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n  - {id: falls-response, name: Falls clinic, lead: a-example, novelty: new}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n  - {id: falls-clinic, name: Falls clinic, lead: a-example, novelty: new}\n',
    },
  },
  {
    id: 'unknown-reference',
    severity: alwaysError,
    summary: 'An id is named that no item of the kind has.',
    why: 'A lead who is not among the people, or a line for a scheme that is not there, leads nowhere.',
    source: 'Format of the plan: a reference is the id of an item of the kind that its key names',
    restsOn: ['governance/bodies/id', 'partners/id'],
    examples: {
      bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: c-example, novelty: existing}\n',
      good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
    },
  },
  {
    id: 'unknown-framework',
    severity: alwaysError,
    summary: 'The plan names a national framework that is not known.',
    why: 'The framework decides what is asked of the plan. Until it is known, the plan is judged by the usual one.',
    source: 'Format of the plan: "framework" is the id of a national framework, or of one that the configuration adds',
    examples: { bad: 'framework: beyond-barker\n', good: 'framework: beyond-barker-2015\n' },
  },
];
