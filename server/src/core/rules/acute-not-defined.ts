/** `acute-not-defined`: acute services are in the budget, but not which ones. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const acuteNotDefined: Rule = {
  id: 'acute-not-defined',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'Acute services are in scope, but the plan does not say which.',
  why: 'Only defined acute services belong in the single budget. Without a definition nobody can tell which part of the hospital contract is meant.',
  source: 'Humphries 2015, HSJ: "defined acute services"',
  answers: [{ text: 'HSJ 2015', words: 'defined acute services' }],
  about: ['absence'],
  asksFor: ['definition'],
  restsOn: ['services/*/in_scope'],
  examples: {
    bad: `services:
  adult-social-care: {in_scope: false, reason: Joins the budget in the next plan}
  community-health: {in_scope: true}
  acute: {in_scope: true}
`,
    good: `services:
  adult-social-care: {in_scope: false, reason: Joins the budget in the next plan}
  community-health: {in_scope: true}
  acute: {in_scope: true, definition: Emergency medicine and geriatrics for people aged 65 and over}
`,
  },
  *check({ plan }) {
    for (const { name, inScope, definition, at } of plan.services.scopes) {
      if (name !== 'acute' || inScope.value !== true || !isOpen(definition)) continue;
      yield {
        at: definition.key ? definition.at : at,
        message: say`Service "acute" is in scope, but the plan does not say which acute services. Add them, like "definition: Emergency medicine and geriatrics for people aged 65 and over".`,
      };
    }
  },
};
