/** The rules on the text itself: found by the parser, the schema and the reader of waivers, each with its page. */
import type { RulePage } from '../shared/rule';
import { documentRules } from './document-rules';
import { keyRules } from './key-rules';
import { readingRules } from './reading-rules';
import { referenceRules } from './reference-rules';
import { scalarRules } from './scalar-rules';
import { waiverRules } from './waiver-rules';

export const textRules: readonly RulePage[] = [
  ...readingRules,
  ...keyRules,
  ...scalarRules,
  ...referenceRules,
  ...documentRules,
  ...waiverRules,
];
