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
    const ahead = AHEAD.test(text) ? matchesIn(text, ROUGHLY_WHEN) : [];
    return [...always, ...ahead].map(match => ({ from: from + match.index, text: match[0] }));
  }),
);

const VAGUE =
  /\b(?:in due course|in the (?:near|not too distant) future|at a later (?:date|stage)|at the earliest opportunity|in the fullness of time|when (?:resources|funds|funding|capacity|time) (?:allows?|permits?))\b/gi;
const ROUGHLY_WHEN =
  /\b(?:(?:early |late )?(?:in the )?(?:spring|summer|autumn|winter)(?: of)?,? 20\d\d(?:[-/]\d\d)?|(?:early|mid|late)(?:[- ]| in )20\d\d|later (?:this|in the) year|early next year|(?:over|in) the coming (?:weeks|months|years)|as soon as (?:possible|practicable)(?= ?[.;,]|$))\b/gi;
const AHEAD =
  /\b(?:will|shall|should|is to|are to|is due|are due|due (?:to|in|by)|planned|plans? to|expected|aims? to|intends?|intend to|target|(?:starts?|begins?|opens?|closes?|goes live|complete|finish(?:es)?|agreed|signed|published) (?:by|in|from))\b|\bby\s+(?:early|mid|late|spring|summer|autumn|winter)/i;
