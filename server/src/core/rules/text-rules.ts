/** The rules on the text itself: found by the parser and the schema, each with its page. */
import type { RulePage } from './rule';

export const textRules: readonly RulePage[] = [];
