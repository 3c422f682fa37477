/** Pages of what is found while a text is read as YAML. */

import { limits } from '../../limits';
import { grouped } from '../../text/words';
import type { RulePage } from '../shared/rule';
import { alwaysError, alwaysWarning } from './severities';

export const readingRules: readonly RulePage[] = [
  {
    id: 'yaml-syntax',
    severity: alwaysError,
    summary: 'The text cannot be read as YAML.',
    why: 'What cannot be read cannot be checked. The rest of the plan is checked all the same, as far as it can be told apart.',
    source: 'YAML 1.2',
    waivable: false,
    examples: {
      bad: 'title: One plan for North Yorkshire: people at home, not in hospital\n',
      good: 'title: "One plan for North Yorkshire: people at home, not in hospital"\n',
    },
  },
  {
    id: 'read-differently',
    severity: alwaysWarning,
    summary: 'YAML reads something else than an author sees.',
    why: 'Nothing looks wrong, and yet a part of a text is lost, an amount is cut into pieces, or a word becomes a number.',
    source: 'YAML 1.2',
    examples: {
      bad: 'title: One plan for North Yorkshire #2 of the county\n',
      good: 'title: "One plan for North Yorkshire #2 of the county"\n',
    },
  },
  {
    id: 'duplicate-key',
    severity: alwaysError,
    summary: 'A key stands twice in one item.',
    why: 'Only one of the two can count, and different tools take a different one.',
    source: 'YAML 1.2, 3.2.1.1: the keys of a mapping are unique',
    examples: {
      bad: 'place:\n  code: E10000023\n  name: North Yorkshire\n  name: York\n',
      good: 'place:\n  code: E10000023\n  name: North Yorkshire\n',
    },
  },
  {
    id: 'not-text',
    severity: alwaysError,
    summary: 'The file is not saved as text in UTF-8.',
    why: 'In other encodings the pound sign and letters with accents become other characters, or none. The file is left alone until it is saved again.',
    source: 'YAML 1.2, 5.2: character encodings',
    waivable: false,
    examples: {
      readAs: 'windows-1252',
      bad: 'one_plan: 1\ntitle: One plan for £1.2m\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\n',
      good: 'one_plan: 1\ntitle: One plan for 1.2 million pounds\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\n',
    },
  },
  {
    id: 'too-large',
    severity: alwaysError,
    summary:
      'A part of the plan is too large or too deeply nested to be checked, or there are too many findings to show.',
    why: 'The tool answers within two seconds whatever the text. Where it stops, it says so.',
    source: `Limits of this tool: ${limits.depth} levels of nesting, ${limits.size / 1024 / 1024} MB of text, ${grouped(limits.findings)} findings for a file`,
    waivable: false,
    examples: {
      bad: `narrative:\n  vision: ${'['.repeat(70)}people at home${']'.repeat(70)}\n`,
      good: 'narrative:\n  vision: People at home\n',
    },
  },
];
