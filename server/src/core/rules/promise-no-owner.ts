/** `promise-no-owner`: a sentence of the narrative that promises something, and says neither who nor when. */

import type { Plan } from '../model/plan';
import { blank, type Passage, perPassage } from '../prose/passage';
import type { Sentence } from '../prose/sentences';
import { narrativeOf } from '../prose/texts';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const promiseNoOwner: Rule = {
  id: 'promise-no-owner',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'A promise in the narrative has neither an owner nor a date.',
  why: 'A sentence with "will" or "should" that names nobody and no day is a wish. Nobody can be asked about it afterwards.',
  source: 'The Lowdown 2022: "a wish list rather than a vision"',
  answers: [{ text: 'Lowdown 2022', words: 'The White Paper is a wish list rather than a vision' }],
  examples: {
    bad: 'narrative:\n  summary: We will explore new ways of working.\n',
    good: 'narrative:\n  summary: The county council will merge the two triage desks by 31 March 2019.\n',
  },
  *check({ plan }) {
    let names: readonly string[] | undefined;
    for (const { where, prose } of narrativeOf(plan)) {
      for (const passage of prose.passages) {
        for (const { from, to, sentence, words } of promisesIn(passage)) {
          names ??= namesIn(plan);
          if (names.some(name => words.includes(name))) continue;
          yield {
            at: prose.place(passage, from, to),
            message: say`"${shorten(sentence.text, 80)}" in ${where} says neither who does it nor by when. Name both, like "The county council will … by 31 March 2019".`,
            detail: shorten(sentence.text, 40),
          };
        }
      }
    }
  },
};

/** The "will", "shall" or "should" of a promise; none in a question, a condition, or what a "who" or "that" begins. */
function promiseIn(sentence: string): RegExpExecArray | undefined {
  if (sentence.endsWith('?')) return undefined;
  for (const modal of sentence.matchAll(MODAL)) {
    const before = sentence.slice(0, modal.index);
    const after = sentence.slice(modal.index + modal[0].length);
    if (NOT_A_PROMISE_BEFORE.test(before) || NOT_A_PROMISE_AFTER.test(after)) continue;
    if (!(GROWING.test(before) && GROWS.test(after))) return modal;
  }
  return undefined;
}

const MODAL = /(?<![\p{L}\p{N}’'-])(?:will|shall|should)(?![\p{L}\p{N}-])/gu;
/** "a team that will", "if they should", "a living will", "residents said that it should", "nobody will". */
const NOT_A_PROMISE_BEFORE =
  /(?:^\s*$|\b(?:who|that|which|where|when|what|how|if|whether|unless|a|an|the|free|good|political|living|his|her|their|at|nobody|no one|\p{L}+['’]s|\p{L}+s['’])\s+$)|\b(?:if|whether|unless|who|said|told|asked|think|thinks|believe|believes|felt|agree that)\b[^,;]*$/iu;
/** "Demand will grow", "the number of people over 85 will double": a forecast. */
const GROWING =
  /\b(?:demands?|needs?|population|numbers?|costs?|prices?|pressures?|inflation|prevalence|admissions|attendances|referrals|people|residents|life expectancy|workload|waiting (?:lists?|times?)|gap|deficits?)\b[^,;]{0,60}$/iu;
const GROWS =
  /^\s+(?:(?:\p{L}+ly|also|still|continue to|go on|keep)\s+)*(?:grow|rise|increase|double|treble|age|worsen|outgrow|outstrip|exceed|go up|get worse|live longer|growing|rising)\b/iu;
const NOT_A_PROMISE_AFTER = /^\s+(?:not|never|usually)\b/;

/**
 * The promises of a passage that say neither who nor when in general words; whether they name something of the plan is
 * left to be seen in `words`, in lower case. A sentence that begins with "It" or "They" goes on from the one before.
 */
const promisesIn = perPassage(passage => {
  if (passage.kind === 'heading') return [];
  return passage.sentences.flatMap((sentence, index) => {
    const modal = promiseIn(sentence.text);
    if (!modal) return [];
    let first = index;
    while (first > 0 && GOES_ON.test(passage.sentences[first]?.text ?? '')) first--;
    const told = passage.sentences.slice(first, index + 1);
    if (told.some(part => isAnswered(part, passage))) return [];
    const from = sentence.from + modal.index;
    return [{ from, to: from + modal[0].length, sentence, words: told.map(part => part.text.toLowerCase()).join(' ') }];
  });
});

function isAnswered({ from, to, text }: Sentence, { amounts }: Passage): boolean {
  if (SOMEBODY.test(text) || SOME_DAY.test(text) || text.includes(blank)) return true;
  return amounts.some(amount => from <= amount.from && amount.from < to);
}

const GOES_ON = /^(?:It|They|He|She|This|That|These|Those|Both|Each|Its|Their)\b/;
const SOMEBODY =
  /\b(?:councils?|county|borough|CCGs?|ICBs?|ICPs?|boards?|committees?|cabinet|commissioners?|chief (?:executive|officer|nurse)s?|directors?|managers?|officers?|teams?|GPs?|practices|providers?|hospitals?|Healthwatch|NHS England|chair|governing body|nurses?|social workers?|pharmacists?|therapists?|head of|(?:the|a|an|our|its|each|programme|clinical|project|scheme) leads?)\b|\b(?:NHS|foundation|the|each|both|acute|community|hospital) trusts?\b/i;
const SOME_DAY =
  /\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\bMay \d|\b(?:\d|by|in|from|until|since) May\b|\bwithin (?:\w+ )?(?:a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\w+-four)\s+(?:working\s+)?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:every|each) (?:day|week|month|quarter|year)\b|\b(?:daily|weekly|monthly|quarterly|yearly|annually)\b/;

/** What in the plan can own a promise, in lower case. */
function namesIn({ partners, people, governance, schemes, milestones, stops }: Plan): readonly string[] {
  const fields = [
    ...partners.items.map(({ name }) => name),
    ...people.items.flatMap(({ name, post }) => [name, post]),
    ...governance.bodies.map(({ name }) => name),
    ...schemes.items.map(({ name }) => name),
    ...milestones.items.map(({ title }) => title),
    ...stops.items.map(({ what }) => what),
  ];
  const names = fields.flatMap(({ value }) => value?.toLowerCase().trim() ?? []);
  const surnames = people.items.flatMap(({ name }) => name.value?.toLowerCase().trim().split(/\s+/).at(-1) ?? []);
  return [...new Set([...names, ...surnames])].filter(name => name.length > 3);
}
