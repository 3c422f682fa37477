/** The mistakes that are known, in the order in which they are looked for: the surest signs first. */
import { extraComma, linesInBracketsNotIndented, missingComma, unbalancedBrackets, wideComma } from './brackets';
import { colonInText, equalsForColon, missingColon, noSpaceAfterColon, wideColon } from './colons';
import { itemIndent, keyTooDeep, keyTooShallow, tabIndent, textInKeyColumn } from './indentation';
import { bullet, dashWithoutSpace, missingDash } from './lists';
import type { Detector } from './mistake';
import { backslashInQuotes, longQuoteNotClosed, quoteInsideQuotes, quoteNotClosed, textAfterQuote } from './quotes';
import { textStartsWithSign, unassignedMark } from './signs';

export const detectors: readonly Detector[] = [
  tabIndent,
  unassignedMark,
  backslashInQuotes,
  noSpaceAfterColon,
  wideColon,
  equalsForColon,
  dashWithoutSpace,
  bullet,
  extraComma,
  linesInBracketsNotIndented,
  wideComma,
  unbalancedBrackets,
  missingComma,
  quoteInsideQuotes,
  colonInText,
  textAfterQuote,
  quoteNotClosed,
  longQuoteNotClosed,
  textStartsWithSign,
  missingColon,
  keyTooDeep,
  missingDash,
  keyTooShallow,
  itemIndent,
  textInKeyColumn,
];
