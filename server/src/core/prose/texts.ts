/** The texts of a plan that are read as prose, each with the words by which a message tells where it stands. */

import type { Field } from '../model/field';
import type { Plan } from '../model/plan';
import { say } from '../text/say';
import { type Prose, readProse } from './prose';

export interface ProseText {
  /** `the narrative "summary"`, `the description of scheme "Falls response"`. */
  readonly where: string;
  readonly prose: Prose;
}

/** The parts of the narrative. */
export function narrativeOf(plan: Plan): readonly ProseText[] {
  return plan.narrative.flatMap(({ section, text }) => read(plan, say`the narrative "${section}"`, text));
}

/** What schemes say of themselves. */
export function descriptionsOf(plan: Plan): readonly ProseText[] {
  return plan.schemes.items.flatMap(({ called, description, whatChanges }) => [
    ...read(plan, say`the description of ${lowerFirst(called)}`, description),
    ...read(plan, say`what changes in ${lowerFirst(called)}`, whatChanges),
  ]);
}

/** The sentences that stand beside the figures elsewhere in the plan: reasons, definitions, mitigations. */
export function remarksOf(plan: Plan): readonly ProseText[] {
  const { governance, services, risks, estates } = plan;
  return [
    ...read(plan, say`the case for the existing arrangements`, governance.case),
    ...read(plan, say`the note on legislation`, governance.legislation),
    ...services.scopes.flatMap(({ name, definition, reason }) => [
      ...read(plan, say`the definition of service "${name}"`, definition),
      ...read(plan, say`the reason for service "${name}"`, reason),
    ]),
    ...estates.items.flatMap(({ called, change }) => read(plan, say`the change of ${lowerFirst(called)}`, change)),
    ...risks.items.flatMap(({ called, mitigation }) =>
      read(plan, say`the mitigation of ${lowerFirst(called)}`, mitigation),
    ),
  ];
}

function read(plan: Plan, where: string, field: Field<string>): readonly ProseText[] {
  const prose = readProse(field, plan.source);
  return prose ? [{ where, prose }] : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
