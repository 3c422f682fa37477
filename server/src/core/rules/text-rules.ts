/** The rules on the text itself: found by the parser, the schema and the reader of waivers, each with its page. */
import type { RulePage } from './rule';
import { documentRules } from './text/document-rules';
import { keyRules } from './text/key-rules';
import { readingRules } from './text/reading-rules';
import { referenceRules } from './text/reference-rules';
import { scalarRules } from './text/scalar-rules';
import { waiverRules } from './text/waiver-rules';

export const textRules: readonly RulePage[] = [
  ...readingRules,
  ...keyRules,
  ...scalarRules,
  ...referenceRules,
  ...documentRules,
  ...waiverRules,
];
