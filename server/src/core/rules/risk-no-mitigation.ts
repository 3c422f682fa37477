/** `risk-no-mitigation`: a risk, and nothing that is done about it. */

import { isOpen } from '../model/field';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

/** "None", "Nil.", "No mitigation": said, and nothing is done. */
const NOTHING =
  /^\s*(?:none|nil|nothing|no|no mitigations?|not applicable|none (?:yet|identified|needed|required))\s*\.?\s*$/i;

export const riskNoMitigation: Rule = {
  id: 'risk-no-mitigation',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'Nothing is done about a risk.',
  why: 'A register that only lists what may go wrong helps nobody when it does.',
  source: 'Medway Health and Wellbeing Board 2014 (risk log of the Better Care Fund plan: owner and mitigation)',
  about: ['absence'],
  asksFor: ['mitigation'],
  examples: {
    bad: `risks:
  - {id: winter, what: Emergency admissions rise more than planned, likelihood: 4, impact: 3, exposure: £2m, owner: a-example, covers: demand}
`,
    good: `risks:
  - {id: winter, what: Emergency admissions rise more than planned, likelihood: 4, impact: 3, exposure: £2m, owner: a-example, mitigation: Weekly count from October to March, covers: demand}
`,
  },
  *check({ plan }) {
    for (const { called, mitigation } of plan.risks.items) {
      if (!isOpen(mitigation) && !NOTHING.test(mitigation.value ?? '')) continue;
      yield {
        at: mitigation.at,
        message: mitigation.written
          ? say`${called} has no mitigation: "${shorten(mitigation.written)}" is no answer. Say what is done about it, like "mitigation: Weekly count from October to March".`
          : say`${called} has no mitigation. Say what is done about it, like "mitigation: Weekly count from October to March".`,
      };
    }
  },
};
