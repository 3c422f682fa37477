/** `outcome-code-renumbered`: a code that means another measure in the edition of the outcome, or that it no longer has. */

import { writeText } from '../syntax/tree/write-scalar';
import { say } from '../text/say';
import { shorten } from '../text/words';
import { codeStanding } from './shared/outcome-code';
import type { Rule } from './shared/rule';

export const outcomeCodeRenumbered: Rule = {
  id: 'outcome-code-renumbered',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The code of an outcome means another measure in its edition.',
  why: 'Codes were given anew in 2023: ASCOF 2B, once people still at home after 91 days, now counts admissions of younger adults. A plan with an old code is measured by the wrong figure, and nobody notices.',
  source: 'NHS Digital, ASCOF 2023-24: "Measure 2C (formally 2A(2))", "Measure 3D (formally 1C)"',
  restsOn: [
    'outcomes/code',
    'outcomes/edition',
    'outcomes/framework',
    'outcomes/name',
    'period',
    'period/from',
    'period/to',
  ],
  examples: {
    bad: 'outcomes:\n  - {id: at-home, framework: ASCOF, edition: 2023-24, code: 2B, name: Older people (65 and over) still at home 91 days after discharge from hospital into reablement, lead: a-example}\n',
    good: 'outcomes:\n  - {id: at-home, framework: ASCOF, edition: 2023-24, code: 2D, name: Older people (65 and over) still at home 91 days after discharge from hospital into reablement, lead: a-example}\n',
  },
  *check({ plan, framework: policy }) {
    for (const outcome of plan.outcomes.items) {
      const standing = codeStanding(outcome, plan, policy);
      if (standing.kind !== 'renumbered') continue;
      const { called, code } = outcome;
      const edition = shorten(standing.edition);
      const written = shorten(code.value ?? '');
      yield {
        at: code.at,
        message: standing.means
          ? say`${called} has the code "${written}", which in ${edition} is "${shorten(standing.means.name, 100)}". Write "${standing.code}", its code there, or correct the edition or the name.`
          : say`${called} has the code "${written}", which ${edition} does not use for this measure. Write "${standing.code}", its code there, or correct the edition or the name.`,
        fixes: [
          {
            title: say`Write ${standing.code}`,
            safe: false,
            edits: [{ at: code.at, text: writeText(standing.code, 'flow') }],
          },
        ],
      };
    }
  },
};
