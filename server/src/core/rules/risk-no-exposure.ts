/** `risk-no-exposure`: a risk without the amount that it would cost. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const riskNoExposure: Rule = {
  id: 'risk-no-exposure',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'A risk does not say what it would cost.',
  why: 'A council that offered to help carried a risk to its money that nobody had counted. Partners share a risk when they know its size.',
  source:
    'Thomson 2016, The MJ: "at significant financial and reputational risk to itself"; CIPFA on Torbay (HSJ): exposed to "the overall financial pressures from the NHS"',
  answers: [{ text: 'MJ 2016', words: 'at significant financial and reputational risk to itself' }],
  about: ['absence'],
  asksFor: ['exposure'],
  examples: {
    bad: `risks:
  - {id: overspend, what: The pooled fund overspends, likelihood: 3, impact: 4, owner: a-example, mitigation: Monthly report, covers: deficit}
`,
    good: `risks:
  - {id: overspend, what: The pooled fund overspends, likelihood: 3, impact: 4, exposure: £3m, owner: a-example, mitigation: Monthly report, covers: deficit}
`,
  },
  *check({ plan }) {
    for (const { called, exposure } of plan.risks.items) {
      if (exposure.given) continue;
      yield {
        at: exposure.at,
        message: say`${called} does not say what it would cost. Add the amount, like "exposure: £3m", or "£0" if it costs nothing.`,
      };
    }
  },
};
