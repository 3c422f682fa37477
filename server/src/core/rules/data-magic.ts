/** `data-magic`: prose that promises what data or technology will do, with no scheme, money or agreement behind it. */

import type { Plan } from '../model/plan';
import { type Passage, perPassage } from '../prose/passage';
import type { Sentence } from '../prose/sentences';
import { descriptionsOf, narrativeOf } from '../prose/texts';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const dataMagic: Rule = {
  id: 'data-magic',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'The narrative promises data or technology that no scheme, money or agreement stands behind.',
  why: 'Records are shared when two bodies have signed an agreement and somebody pays for the system. Belief in the power of data does neither.',
  source: 'The Lowdown 2022: "misplaced belief in the magical powers of data"; techUK, interoperability charter',
  answers: [
    {
      text: 'Lowdown 2022',
      words: 'the White Paper’s misplaced belief in the magical powers of data is also incongruous',
    },
    {
      text: 'Health MJ 2017',
      words:
        'Lack of access to service user and staff records, and incompatibility of systems across different services, is a barrier to joint working',
    },
  ],
  examples: {
    bad: 'narrative:\n  summary: Unlocking the power of data will provide leaders with the information to put new services in place.\n',
    good: 'narrative:\n  summary: One shared care record costs £400k in 2018-19, and will replace four systems.\n',
  },
  *check({ plan }) {
    let behind: string | undefined;
    for (const { where, prose } of narrativeOf(plan)) {
      for (const passage of prose.passages) {
        for (const { technology, from, sentence } of claimsIn(passage)) {
          behind ??= whatStandsBehind(plan);
          if (isBacked(technology, sentence, behind, plan)) continue;
          yield {
            at: prose.place(passage, from, from + technology.length),
            message: say`"${shorten(technology)}" is promised in ${where}, but no scheme, money or agreement stands behind it. Name the scheme that does it and what it costs, or take the promise out.`,
            detail: shorten(technology, 30),
          };
        }
      }
    }
  },
};

const TECHNOLOGY =
  /\b(?:(?:the )?(?:power|potential) of (?:data|technology|digital)|big data|artificial intelligence|AI|machine learning|predictive (?:analytics|modelling)|data analytics|data[- ]driven|real[- ]time data|digital(?:ly)? (?:enabled|transformation|technolog(?:y|ies)|tools?|solutions?|platforms?|innovations?)|(?:new|innovative|smart|assistive|cutting[- ]edge) technolog(?:y|ies)|technology[- ]enabled care|(?:shared|single|integrated|joined[- ]up) (?:electronic )?(?:digital )?(?:health |care |patient )*records?|remote monitoring|telecare|telehealth|telemedicine|wearables?|robotics?|chatbots?|algorithms?|generative AI|digital (?:front doors?|twins?|hubs?|services?|channels?|records?)|smart homes?|internet of things|data (?:lakes?|warehouses?|platforms?)|analytics platforms?|(?:mobile|smartphone|patient) apps?|automation|population health management|interoperab(?:le|ility))\b/i;
const CLAIM =
  /\b(?:will|shall|can|could|unlock\w*|transform\w*|harness\w*|enabl\w*|revolutioni[sz]\w*|empower\w*|driv(?:e|es|ing)|leverag\w*|exploit\w*|embrac\w*|deliver\w*|invest(?:s|ing)?|adopt(?:s|ing)?|introduc(?:e|es|ing)|deploy(?:s|ing)?|roll(?:s|ing)? out|plans? to|aims? to)\b/i;

/** The sentences that promise something of technology without money beside it. */
const claimsIn = perPassage(passage =>
  passage.sentences.flatMap(sentence => {
    const found = TECHNOLOGY.exec(sentence.text);
    if (!found || !CLAIM.test(sentence.text) || hasMoney(passage, sentence)) return [];
    return [{ technology: found[0], from: sentence.from + found.index, sentence }];
  }),
);

/** Money in the sentence, or in the one that follows it. */
function hasMoney({ amounts, sentences }: Passage, sentence: Sentence): boolean {
  const next = sentences[sentences.indexOf(sentence) + 1];
  // What one of many costs pays for no system.
  return amounts.some(
    ({ from, measures }) => measures !== 'price' && sentence.from <= from && from < (next?.to ?? sentence.to),
  );
}

/** Names and descriptions of what pays for or agrees on technology, in lower case. */
function whatStandsBehind(plan: Plan): string {
  const { agreements, systems } = plan.dataSharing;
  return [
    ...plan.schemes.items.map(({ name }) => name.value),
    ...plan.budget.lines.items.map(({ title }) => title.value),
    ...descriptionsOf(plan).flatMap(({ prose }) => prose.passages.map(({ text }) => text)),
    ...agreements.items.map(({ purpose }) => purpose.value),
    ...systems.items.map(({ name }) => name.value),
  ]
    .flatMap(text => text ?? [])
    .join('\n')
    .toLowerCase();
}

/** Whether the technology, or a scheme that the sentence names, is in the plan; data, whether an agreement is. */
function isBacked(technology: string, { text }: Sentence, behind: string, plan: Plan): boolean {
  const folded = text.toLowerCase();
  const { agreements, systems } = plan.dataSharing;
  if (
    /data|record|interoperab|population health/i.test(technology) &&
    agreements.items.length + systems.items.length > 0
  )
    return true;
  if (behind.includes(technology.toLowerCase().replace(/s$/, ''))) return true;
  return plan.schemes.items.some(
    ({ name }) => (name.value?.length ?? 0) > 3 && folded.includes(name.value?.toLowerCase() ?? ''),
  );
}
