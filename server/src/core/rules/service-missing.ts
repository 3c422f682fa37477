/** `service-missing`: a service that the national framework wants in the budget, of which the plan does not speak. */

import { isOpen } from '../model/field';
import { listAnd, say } from '../text/say';
import { mistyped } from './shared/mistyped';
import type { Rule } from './shared/rule';

export const serviceMissing: Rule = {
  id: 'service-missing',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A service of the national framework is neither in scope nor left out with a reason.',
  why: 'The single budget is to include all spending on six services. One that is not mentioned has been forgotten, or left out without anybody saying so.',
  source:
    'Humphries 2015, HSJ: "all spending on adult social care, community health, primary care, mental health, public health and defined acute services"',
  answers: [
    {
      text: 'HSJ 2015',
      words:
        'all spending on adult social care, community health, primary care, mental health, public health and defined acute services',
    },
  ],
  about: ['absence'],
  restsOn: ['services/*/in_scope'],
  examples: {
    bad: `services:
  adult-social-care: {in_scope: false, reason: Joins the budget in the next plan}
  community-health: {in_scope: true}
  primary-care: {in_scope: tbc}
  mental-health: {in_scope: false}
  acute: {in_scope: false, reason: Joins the budget in the next plan}
`,
    good: `services:
  adult-social-care: {in_scope: false, reason: Joins the budget in the next plan}
  community-health: {in_scope: true}
  primary-care: {in_scope: false, reason: Stays with NHS England until 2020}
  mental-health: {in_scope: false, reason: Joins the budget in the next plan}
  public-health: {in_scope: false, reason: The grant stays ring-fenced}
  acute: {in_scope: false, reason: Joins the budget in the next plan}
`,
  },
  *check({ plan, framework }) {
    const asked = framework.services.values;
    const { scopes, at, key, unread } = plan.services;
    if (asked.length === 0 || unread) return;
    if (key === undefined || scopes.length === 0) {
      const message = say`The plan does not say which services are in its budget. Add "services" with ${listAnd(asked)}, each with "in_scope: true", or with "in_scope: false" and a reason.`;
      yield { at, message };
      return;
    }
    const known = new Set<string>(scopes.map(({ name }) => name));
    const meant = mistyped(
      known,
      asked.map(word => ({ word })),
    );
    for (const service of asked) {
      if (known.has(service) || meant.has(service)) continue;
      const message = say`The plan does not say whether "${service}" is in its budget. Add "${service}" under "services" with "in_scope: true", or with "in_scope: false" and a reason.`;
      yield { at, message, detail: service };
    }
    for (const { name, inScope, undecided, reason, at: place } of scopes) {
      if (!asked.includes(name)) continue;
      if (undecided) {
        const message = say`It is still open whether service "${name}" is in the budget. Write "in_scope: true", or "in_scope: false" and a reason.`;
        yield { at: inScope.given ? inScope.at : place, message };
      } else if (inScope.value === false && isOpen(reason)) {
        const message = say`Service "${name}" is left out without a reason. Add it, like "reason: Joins the budget in the next plan".`;
        yield { at: reason.key ? reason.at : inScope.at, message };
      }
    }
  },
};
