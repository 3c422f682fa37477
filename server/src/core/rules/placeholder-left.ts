/** `placeholder-left`: a place in the prose that was held for something, and is still held. */

import type { Problem } from '../finding';
import { type Field, isOpen } from '../model/field';
import { matchesIn, perPassage } from '../prose/passage';
import { proseOf } from '../prose/texts';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'A placeholder such as TBC, TODO or xx is left in the prose.',
  why: 'A placeholder that goes to the board is a question that nobody asked.',
  source: 'Checklists of the Better Care Fund planning templates',
  examples: {
    bad: 'narrative:\n  summary: The falls response team reaches xx people a year.\n',
    good: 'narrative:\n  summary: The falls response team reaches 4,200 people a year.\n',
  },
  *check({ plan }) {
    for (const { where, prose } of proseOf(plan)) {
      for (const passage of prose.passages) {
        for (const found of placeholdersIn(passage)) {
          yield {
            at: prose.place(passage, found.index, found.index + found[0].length),
            message: say`"${shorten(found[0])}" is left in ${where}. Write what belongs there, or take it out.`,
            detail: shorten(found[0], 30),
          };
        }
      }
    }
    for (const { called, description, whatChanges } of plan.schemes.items) {
      if (isHeld(description)) yield held(called, description, 'description');
      if (isHeld(whatChanges)) yield held(called, whatChanges, say`account of what changes`);
    }
  },
};

function isHeld(field: Field<string>): boolean {
  return field.given && isOpen(field);
}

function held(called: string, { at, written = '' }: Field<string>, what: string): Problem {
  const message = say`${called} has "${shorten(written)}" where its ${what} belongs. Write what belongs there, or take it out.`;
  return { at, message };
}

/** Letters that stand for a figure or a name, words that say so, and brackets that ask for something. */
const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}£&-])(?:TB[ACDF]|tb[cd]|Tb[cd]|TODO|FIXME)(?![\p{L}\p{N}&-])/gu,
  /£\s?[xX?]+(?:[.,][xX?]+)?(?:k|m|bn)?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}£.@/-])(?<!\b(?:Part|Chapter|Article|Schedule|Annex|Section|Volume|Title) )(?:[xX]{2}|[xX]{4,}|xxx)%?(?![\p{L}\p{N}-])/gu,
  /\bto be (?:confirmed|advised)\b(?! (?:by|at|in|with|when|as|through|that)\b)/giu,
  /[([][^()[\]\n]{0,40}\bto (?:follow|be (?:agreed|added|completed|decided|inserted|updated|written|drafted))\s*[)\]]/giu,
  /\[\s*(?:insert|add|enter|include|name|date|figure|amount|number|organisation|to follow|…|\.{3}|\?|x{2,})[^\]\n]{0,60}\]/giu,
  /\blorem ipsum\b/giu,
  /(?<!\?)\?{3,}/gu,
];

/** A place that two patterns see, or that lies within another ("[insert date TBC]"), is one. */
const placeholdersIn = perPassage(({ text }) => {
  const found = PLACEHOLDERS.flatMap(pattern => matchesIn(text, pattern));
  return found.filter(
    (one, position) => !found.some((other, at) => at !== position && holds(other, one, at - position)),
  );
});

/** Whether `other` spans `one`; of two that span the same the first counts. */
function holds(other: RegExpExecArray, one: RegExpExecArray, order: number): boolean {
  const isWithin = other.index <= one.index && one.index + one[0].length <= other.index + other[0].length;
  return isWithin && (other[0].length > one[0].length || order < 0);
}
