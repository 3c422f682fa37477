/** `unassigned-accountable-lead`: something that somebody must answer for, and nobody is named. */

import type { Problem } from '../finding';
import type { Item, Lead } from '../model/item-reader';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './rule';

export const unassignedAccountableLead: Rule = {
  id: 'unassigned-accountable-lead',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The plan, a scheme, budget line, milestone, outcome, stop or risk has no accountable lead.',
  why: 'Accountability across the bodies of a place is opaque unless each part of the plan has one named person who answers for it.',
  source: 'The Lowdown 2022, quoting NHS Providers: accountability "feels very opaque and potentially confused"',
  answers: [{ text: 'Lowdown 2022', words: 'feels very opaque and potentially confused' }],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: TBC, novelty: existing}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing}\n',
  },
  *check({ plan }) {
    const lead = plan.governance.accountableLead;
    if (lead.unassigned) yield unassigned(lead, say`The plan`, 'accountable_lead', say`accountable lead`);
    yield* each(plan.budget.lines.items);
    yield* each(plan.schemes.items);
    yield* each(plan.stops.items);
    yield* each(plan.milestones.items);
    yield* each(plan.outcomes.items);
    for (const { called, owner } of plan.risks.items) {
      if (owner.unassigned) yield unassigned(owner, called, 'owner', 'owner');
    }
  },
};

function* each(items: readonly (Item & { readonly lead: Lead })[]): Iterable<Problem> {
  for (const { called, lead } of items) {
    if (lead.unassigned) yield unassigned(lead, called, 'lead', say`accountable lead`);
  }
}

function unassigned(lead: Lead, called: string, key: string, role: string): Problem {
  const said = lead.written ? say`: "${shorten(lead.written)}" is not a person` : '';
  return {
    at: lead.at,
    message: say`${called} has no ${role}${said}. Name one person from "people" by their id, like "${key}: a-example".`,
    detail: key,
  };
}
