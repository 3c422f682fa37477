/** The mistakes that are known, in the order in which they are looked for: the surest signs first. */
import { signInBrackets } from './bracket-texts';
import {
  cutBetweenBrackets,
  extraComma,
  linesInBracketsNotIndented,
  missingComma,
  strayBracketLine,
  unbalancedBrackets,
  wideComma,
} from './brackets';
import { colonInText, missingColon, noSpaceAfterColon, otherSignForColon, wideColon } from './colons';
import { markedKey, otherComment, rulerLine, textAboveKeys } from './foreign-marks';
import {
  firstKeyTooDeep,
  itemIndent,
  keyTooDeep,
  keyTooShallow,
  tabIndent,
  textInKeyColumn,
  wrappedText,
} from './indentation';
import { joinedLines, pairsWithoutBrackets } from './key-pairs';
import {
  bullet,
  dashTwice,
  dashWithoutSpace,
  itemsOnOneLine,
  missingDash,
  missingDashBeforeBracket,
  missingFirstDash,
} from './lists';
import type { Detector } from './mistake';
import { backslashInQuotes, longQuoteNotClosed, quoteInsideQuotes, quoteNotClosed, textAfterQuote } from './quotes';
import { textStartsWithSign, unassignedMark } from './signs';
import { tableWithBars } from './tables';

/** Signs that cannot be anything else: their repair is taken as soon as the text reads on further. */
export const sureDetectors: readonly Detector[] = [
  unassignedMark,
  backslashInQuotes,
  noSpaceAfterColon,
  wideColon,
  otherSignForColon,
  rulerLine,
  otherComment,
  markedKey,
  tableWithBars,
  dashWithoutSpace,
  extraComma,
  wideComma,
];

/** Guesses: the first is taken after which the whole text can be read, else the first after which it reads on further. */
export const detectors: readonly Detector[] = [
  tabIndent,
  signInBrackets,
  bullet,
  dashTwice,
  itemsOnOneLine,
  missingDashBeforeBracket,
  missingFirstDash,
  linesInBracketsNotIndented,
  cutBetweenBrackets,
  unbalancedBrackets,
  missingComma,
  quoteInsideQuotes,
  pairsWithoutBrackets,
  joinedLines,
  colonInText,
  textAfterQuote,
  quoteNotClosed,
  longQuoteNotClosed,
  textStartsWithSign,
  missingColon,
  firstKeyTooDeep,
  keyTooDeep,
  missingDash,
  keyTooShallow,
  itemIndent,
  strayBracketLine,
  textInKeyColumn,
  wrappedText,
  textAboveKeys,
];
