/** `date-vague`: words in the prose that stand where a date belongs: "in due course", "by Spring 2018". */

import { matchesIn, perPassage } from '../prose/passage';
import { proseOf } from '../prose/texts';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const dateVague: Rule = {
  id: 'date-vague',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The prose says when something happens in words that are no date.',
  why: 'Nobody can be held to "in due course". A single, precise date is what local plans are asked for elsewhere.',
  source: 'Ministry of Housing, Communities and Local Government, local plan data standard: "a single, precise date"',
  examples: {
    bad: 'narrative:\n  summary: The fund will open in due course.\n',
    good: 'narrative:\n  summary: The fund will open on 1 April 2018.\n',
  },
  *check({ plan }) {
    for (const { where, prose } of proseOf(plan)) {
      for (const passage of prose.passages) {
        for (const { from, text } of vagueDatesIn(passage)) {
          yield {
            at: prose.place(passage, from, from + text.length),
            message: say`"${shorten(text)}" in ${where} is no date that anybody can be held to. Write the day, like "by 31 May 2018".`,
            detail: shorten(text, 30),
          };
        }
      }
    }
  },
};

const vagueDatesIn = perPassage(({ sentences }) =>
  sentences.flatMap(({ from, text }) => {
    const always = matchesIn(text, VAGUE);
    // What lies behind the plan may be told by seasons; what it promises may not.
    const ahead = AHEAD.test(text) || (MIDDLE.test(text) && !BEHIND.test(text)) ? matchesIn(text, ROUGHLY_WHEN) : [];
    return [...always, ...ahead]
      .filter(match => !hasItsDay(text, match))
      .map(match => ({ from: from + match.index, text: match[0] }));
  }),
);

/** Whether the day itself stands beside the words: "in spring 2018, on 1 April 2018", "early spring (1 April 2018)". */
function hasItsDay(sentence: string, { index, 0: words }: RegExpExecArray): boolean {
  return DAY_AFTER.test(sentence.slice(index + words.length)) || DAY_BEFORE.test(sentence.slice(0, index));
}

const DAY_AFTER =
  /^[\s,(:–—-]*(?:(?:that is|namely|i\.e\.|on|by|from|before|and|but|no later than|not later than|at the latest|opening|starting)[\s,:]+)*(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+20\d\d|20\d\d-\d\d-\d\d)/;
const DAY_BEFORE =
  /(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+20\d\d|20\d\d-\d\d-\d\d)[\s,(–—-]*(?:(?:at the latest|in|or)[\s,]+)*$/;
const VAGUE =
  /\b(?:in due course|in the (?:near|not too distant) future|at a later (?:date|stage)|at the earliest opportunity|in the fullness of time|when (?:resources|funds|funding|capacity|time) (?:allows?|permits?))\b/gi;
const ROUGHLY_WHEN =
  /\b(?:(?:early |late )?(?:in the )?(?:spring|summer|autumn|winter)(?: of)?,? 20\d\d(?:[-/]\d\d)?|(?:early|mid|late)(?:[- ]| in )20\d\d|later (?:this|in the) year|early next year|(?:over|in) the coming (?:weeks|months|years)|as soon as (?:possible|practicable)(?= ?[.;,]|$)|shortly(?! (?:after|before|thereafter))|(?<!(?:as|so|too|how) )soon(?! (?:after|as|before|enough)))\b/gi;
/** A half of a year with a verb of the present: "In mid-2018 it moves". */
const MIDDLE = /\bmid(?:[- ]| in )20\d\d\b/i;
const BEHIND =
  /\b(?:was|were|had|has|have|did|since|until|as at|\p{L}+ed|began|fell|rose|grew|took|gave|went|ran|held|left|won|saw|met|made|came|became|cost|spent|found)\b/iu;
const AHEAD =
  /\b(?:will|shall|should|is to|are to|is due|are due|due (?:to|in|by)|planned|plans? to|expected|aims? to|intends?|intend to|target|(?:starts?|begins?|opens?|closes?|goes live|complete|finish(?:es)?|agreed|signed|published) (?:by|in|from|shortly|soon|later|as soon)|(?:starts?|begins?|opens?|closes?|goes live|moves?|follows?) (?:mid|early|late))\b|\bby\s+(?:early|mid|late|spring|summer|autumn|winter)/i;
