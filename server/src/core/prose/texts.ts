/** The texts of a plan that are read as prose, each with the words by which a message tells where it stands. */

import type { Field } from '../model/field';
import type { Risk, Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import { once } from '../model/section';
import { say } from '../text/say';
import { type Prose, readProse } from './prose';

export interface ProseText {
  /** `the narrative "summary"`, `the description of scheme "Falls response"`. */
  readonly where: string;
  readonly prose: Prose;
}

/** All of them: the narrative, what schemes say of themselves, and what stands beside the figures. */
export const proseOf = once((plan: Plan): readonly ProseText[] => [
  ...narrativeOf(plan),
  ...descriptionsOf(plan),
  ...remarksOf(plan),
]);

/** The parts of the narrative. */
export const narrativeOf = once((plan: Plan): readonly ProseText[] =>
  plan.narrative.flatMap(({ section, text }) => read(say`the narrative "${section}"`, text, plan.source)),
);

/** What schemes say of themselves. */
export const descriptionsOf = once((plan: Plan): readonly ProseText[] => {
  const texts: ProseText[] = [];
  for (const scheme of plan.schemes.items) for (const text of ofScheme(scheme, plan.source)) texts.push(text);
  return texts;
});

const ofScheme = once(({ called, description, whatChanges }: Scheme, source: string) => [
  ...read(say`the description of ${lowerFirst(called)}`, description, source),
  ...read(say`what changes in ${lowerFirst(called)}`, whatChanges, source),
]);

/** The sentences that stand beside the figures elsewhere in the plan: reasons, definitions, mitigations. */
function remarksOf({ governance, services, risks, estates, source }: Plan): readonly ProseText[] {
  return [
    ...read(say`the case for the existing arrangements`, governance.case, source),
    ...read(say`the note on legislation`, governance.legislation, source),
    ...services.scopes.flatMap(({ name, definition, reason }) => [
      ...read(say`the definition of service "${name}"`, definition, source),
      ...read(say`the reason for service "${name}"`, reason, source),
    ]),
    ...estates.items.flatMap(({ called, change }) => read(say`the change of ${lowerFirst(called)}`, change, source)),
    ...risks.items.flatMap(risk => ofRisk(risk, source)),
  ];
}

const ofRisk = once(({ called, mitigation }: Risk, source: string) =>
  read(say`the mitigation of ${lowerFirst(called)}`, mitigation, source),
);

function read(where: string, field: Field<string>, source: string): readonly ProseText[] {
  const prose = readProse(field, source);
  return prose ? [{ where, prose }] : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
