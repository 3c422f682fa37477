/** The mistakes that are known, in the order in which they are looked for: the surest signs first. */
import { extraComma, linesInBracketsNotIndented, missingComma, unbalancedBrackets, wideComma } from './brackets';
import { colonInText, missingColon, noSpaceAfterColon, otherSignForColon, wideColon } from './colons';
import { itemIndent, keyTooDeep, keyTooShallow, tabIndent, textInKeyColumn, wrappedText } from './indentation';
import { bullet, dashWithoutSpace, missingDash, missingDashBeforeBracket, missingFirstDash } from './lists';
import type { Detector } from './mistake';
import { backslashInQuotes, longQuoteNotClosed, quoteInsideQuotes, quoteNotClosed, textAfterQuote } from './quotes';
import { textStartsWithSign, unassignedMark } from './signs';

/** Signs that cannot be anything else: their repair is taken as soon as the text reads on further. */
export const sureDetectors: readonly Detector[] = [
  unassignedMark,
  backslashInQuotes,
  noSpaceAfterColon,
  wideColon,
  otherSignForColon,
  dashWithoutSpace,
  extraComma,
  wideComma,
];

/** Guesses: the first is taken after which the whole text can be read, else the first after which it reads on further. */
export const detectors: readonly Detector[] = [
  tabIndent,
  bullet,
  missingDashBeforeBracket,
  missingFirstDash,
  linesInBracketsNotIndented,
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
  wrappedText,
];
