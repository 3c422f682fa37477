/** Pages of what is found of a document as a whole, of its configuration, and of the tool itself. */
import type { RulePage } from '../shared/rule';
import { alwaysError } from './severities';

const rest =
  'title: One plan for North Yorkshire\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\n';

export const documentRules: readonly RulePage[] = [
  {
    id: 'unknown-document',
    severity: alwaysError,
    summary: 'The file does not say that it is a plan.',
    why: 'The first line says what a file is and in which version of the format: without it nothing can be checked.',
    source: 'Format of the plan: "one_plan: 1" or "bcf_plan: 1"',
    examples: { readAs: 'document', bad: rest, good: `one_plan: 1\n${rest}` },
  },
  {
    id: 'unsupported-version',
    severity: alwaysError,
    summary: 'The plan is written in a version of the format that this tool does not read.',
    why: 'A later version may mean something else by the same words.',
    source: 'Format of the plan, version 1',
    examples: { readAs: 'document', bad: `one_plan: 2\n${rest}`, good: `one_plan: 1\n${rest}` },
  },
  {
    id: 'rule-crashed',
    severity: alwaysError,
    summary: 'A rule could not be checked because of a fault in the tool.',
    why: 'Nothing is wrong with the plan, but one thing about it has not been checked, and nobody should believe that it has.',
    source: 'A promise of this tool: a fault of its own is never silent, and never hides what else it found',
    waivable: false,
    examples: { readAs: 'broken tool', bad: `one_plan: 1\n${rest}`, good: `one_plan: 1\n${rest}` },
  },
  {
    id: 'bad-configuration',
    severity: alwaysError,
    summary: 'Something in the configuration file is not understood.',
    why: 'A rule that was to be switched off stays on, or the other way about, and nobody knows why.',
    source: 'Format of the configuration: oneplan.config.yaml',
    examples: {
      readAs: 'configuration',
      bad: 'rules:\n  deadline-past-limits: off\n',
      good: 'rules:\n  deadline-past-limit: off\n',
    },
  },
];
