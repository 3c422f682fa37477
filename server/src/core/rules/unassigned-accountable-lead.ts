/** `unassigned-accountable-lead`: something that somebody must answer for, and nobody is named. */

import type { Problem } from '../finding';
import type { Item, Lead } from '../model/item-reader';
import type { Plan } from '../model/plan';
import { count, say } from '../text/say';
import { shorten } from '../text/words';
import { isPlaceholder } from '../values/placeholder';
import type { Rule } from './shared/rule';

export const unassignedAccountableLead: Rule = {
  id: 'unassigned-accountable-lead',
  severity: { writing: 'warning', agreed: 'error' },
  summary:
    'The plan, a scheme, budget line, milestone, outcome, stop or risk has no accountable lead, or one who is nobody yet.',
  why: 'Accountability across the bodies of a place is opaque unless each part of the plan has one named person who answers for it.',
  source: 'The Lowdown 2022, quoting NHS Providers: accountability "feels very opaque and potentially confused"',
  answers: [{ text: 'Lowdown 2022', words: 'feels very opaque and potentially confused' }],
  about: ['absence'],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: TBC, novelty: existing}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
  },
  *check({ plan }) {
    const { accountableLead: lead, unread } = plan.governance;
    if (lead.unassigned && !unread) yield unassigned(lead, say`The plan`, 'accountable_lead', say`accountable lead`);
    yield* each(plan.budget.lines.items);
    yield* each(plan.schemes.items);
    yield* each(plan.stops.items);
    yield* each(plan.milestones.items);
    yield* each(plan.outcomes.items);
    for (const { called, owner } of plan.risks.items) {
      if (owner.unassigned) yield unassigned(owner, called, 'owner', 'owner');
    }
    yield* namedNobody(plan);
  },
};

/** One of "people" whom others name, and who has only a placeholder for a name. */
function* namedNobody(plan: Plan): Iterable<Problem> {
  const nobodies = plan.people.items.filter(({ name }) => name.value !== undefined && isPlaceholder(name.value));
  if (nobodies.length === 0) return;
  const duties = dutiesOf(plan);
  for (const { id, name, called } of nobodies) {
    const own = duties.filter(({ lead }) => id.value !== undefined && lead.value === id.value);
    if (own.length === 0) continue;
    yield {
      at: name.at,
      message: say`${called} (${id.value}) is named as the one who answers for ${count(own.length, 'part')} of the plan, but is not a person. Write who it is, like "name: A. Example".`,
      related: own.slice(0, 10).map(({ lead, called: what }) => ({ at: lead.at, message: say`${what} names them` })),
      detail: 'name',
    };
  }
}

/** Everything that somebody answers for, with whom the plan names. */
function dutiesOf({ governance, budget, schemes, stops, milestones, outcomes, risks }: Plan) {
  const led = [budget.lines, schemes, stops, milestones, outcomes].flatMap<Item & { readonly lead: Lead }>(
    ({ items }) => items,
  );
  return [
    { called: say`The plan`, lead: governance.accountableLead },
    ...led,
    ...risks.items.map(({ called, owner }) => ({ called, lead: owner })),
    ...budget.funds.items.map(({ called, poolManager }) => ({ called, lead: poolManager })),
    ...governance.decisions.map(({ called, decider }) => ({ called, lead: decider })),
  ];
}

function* each(items: readonly (Item & { readonly lead: Lead })[]): Iterable<Problem> {
  for (const { called, lead } of items) {
    if (lead.unassigned) yield unassigned(lead, called, 'lead', say`accountable lead`);
  }
}

function unassigned(lead: Lead, called: string, key: string, role: string): Problem {
  return {
    at: lead.at,
    message: lead.written
      ? say`${called} has no ${role}: "${shorten(lead.written)}" is not a person. Name one person from "people" by their id, like "${key}: a-example".`
      : say`${called} has no ${role}. Name one person from "people" by their id, like "${key}: a-example".`,
    detail: key,
  };
}
