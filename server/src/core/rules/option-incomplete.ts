/** `option-incomplete`: a commissioning option without what that option needs to be believed. */

import type { Problem } from '../finding';
import { type Field, isOpen } from '../model/field';
import type { Governance } from '../model/governance';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const optionIncomplete: Rule = {
  id: 'option-incomplete',
  severity: { writing: 'warning', agreed: 'error' },
  summary:
    'The commissioning option lacks what it needs: the case, the lead commissioner, or the assessment and the law.',
  why: 'Relying on local efforts alone has not worked, a single commissioner needs a name, and a board that commissions needs legislation and a robust capability assessment.',
  source:
    'Humphries 2015, HSJ, on the three options: "relying on local efforts alone", "who should be the single commissioner", "a robust capability assessment process"',
  answers: [
    {
      text: 'HSJ 2015',
      words: 'relying on local efforts alone will not deliver the scale, pace and consistency of change that is needed',
    },
    {
      text: 'HSJ 2015',
      words: 'would almost certainly require legislation and a robust capability assessment process',
    },
  ],
  about: ['absence'],
  examples: {
    bad: 'governance:\n  option: health-and-wellbeing-board\n  accountable_lead: a-example\n',
    good: `governance:
  option: health-and-wellbeing-board
  capability_assessment: {by: Peer review by the Local Government Association, on: 2016-05-01}
  legislation: The council delegates its functions to the board under section 101 of the Local Government Act 1972
  accountable_lead: a-example
`,
  },
  *check({ plan: { governance } }) {
    switch (governance.option.value) {
      case 'existing-arrangements':
        yield* needs(
          governance,
          governance.case,
          'case',
          'case',
          say`The council and the CCG have shared one commissioning team since 2012`,
        );
        return;
      case 'single-commissioner':
        yield* needs(governance, governance.leadCommissioner, 'lead_commissioner', say`lead commissioner`, 'county');
        return;
      case 'health-and-wellbeing-board': {
        const { given, at, by } = governance.capabilityAssessment;
        const key = 'capability_assessment';
        if (!given)
          yield missing(
            governance,
            at === governance.at ? governance.option.at : at,
            key,
            say`capability assessment`,
            '{by: Peer review, on: 2016-05-01}',
          );
        else if (by.given)
          yield* needs(
            governance,
            by,
            key,
            say`reviewer in its capability assessment`,
            '{by: Peer review, on: 2016-05-01}',
          );
        yield* needs(
          governance,
          governance.legislation,
          'legislation',
          say`word on legislation`,
          say`Needs no change in the law`,
        );
        return;
      }
      default:
    }
  },
};

function* needs(
  governance: Governance,
  field: Field<string>,
  key: string,
  what: string,
  example: string,
): Iterable<Problem> {
  if (isOpen(field)) yield missing(governance, field.key ? field.at : governance.option.at, key, what, example);
}

function missing({ option }: Governance, at: Problem['at'], key: string, what: string, example: string): Problem {
  const message = say`The option "${option.value}" has no ${what}. Add it under "governance", like "${key}: ${example}".`;
  return { at, message, asksFor: [key], detail: key };
}
