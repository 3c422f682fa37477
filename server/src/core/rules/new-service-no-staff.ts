/** `new-service-no-staff`: a new or changed scheme that does not say who will do the work. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const newServiceNoStaff: Rule = {
  id: 'new-service-no-staff',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'A new or changed scheme does not say how many staff it needs, or where they come from.',
  why: 'New services drawn from the same short-staffed teams do not start. The number and the source of staff show that they will.',
  source: 'The Lowdown 2022: core services "lack staff and resources"; NHS Providers on "the scale of staff shortages"',
  answers: [{ text: 'Lowdown 2022', words: 'fails to acknowledge the scale of staff shortages' }],
  about: ['absence'],
  asksFor: ['staff'],
  restsOn: ['schemes/novelty'],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: new}\n',
    good: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: new, staff: {wte: 24, source: Recruited by October 2017}}\n',
  },
  *check({ plan }) {
    for (const { called, novelty, staff } of plan.schemes.items) {
      if (novelty.value !== 'new' && novelty.value !== 'changed') continue;
      if (!staff.given) {
        yield {
          at: staff.at,
          message: say`${called} is ${novelty.value} but has no staff. Say how many and where they come from, like "staff: {wte: 24, source: Recruited by October 2017}".`,
        };
      } else if (staff.source.given && isOpen(staff.source)) {
        yield {
          at: staff.source.at,
          message: say`${called} does not say where its staff come from: "${staff.source.written}" is no answer. Write it, like "source: Recruited by October 2017".`,
        };
      }
    }
  },
};
