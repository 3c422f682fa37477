/** `outcome-uncoded`: an outcome whose code is none of its framework's. */
import { writeText } from '../syntax/tree/write-scalar';
import { listOr, say } from '../text/say';
import { shorten } from '../text/words';
import { codeStanding } from './shared/outcome-code';
import type { Rule } from './shared/rule';

export const outcomeUncoded: Rule = {
  id: 'outcome-uncoded',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The code of an outcome is none of its framework.',
  why: 'Places can be compared only by measures that all of them share: a new, single national outcomes framework is where a plan starts. "Better lives" cannot be counted.',
  source: 'Humphries 2015, HSJ: "a new, single national outcomes framework"',
  limits:
    'The lists of ASCOF before 2023-24 and after 2024-25, of NHSOF, of PHOF and of the Better Care Fund in some years are our own and not complete. There a code that has the right form is taken as it stands, so look it up in the published framework.',
  answers: [
    {
      text: 'HSJ 2015',
      words:
        'The starting point for this should be to focus on the outcomes of integrated care through a new, single national outcomes framework',
    },
  ],
  about: ['absence'],
  restsOn: ['outcomes/edition', 'outcomes/framework'],
  examples: {
    bad: 'outcomes:\n  - {id: lives, framework: ASCOF, edition: 2023-24, code: Better lives, name: Better lives, lead: a-example}\n',
    good: 'outcomes:\n  - {id: feel-safe, framework: ASCOF, edition: 2023-24, code: 4A, name: Proportion of people who use services who feel safe, lead: a-example}\n',
  },
  *check({ plan, framework: policy }) {
    for (const outcome of plan.outcomes.items) {
      const { called, code, framework } = outcome;
      const standing = codeStanding(outcome, plan, policy);
      if (standing.kind === 'unknown-framework') {
        yield {
          at: framework.at,
          message: say`${called} is from "${shorten(framework.written ?? '')}", which is none of ${listOr(standing.known)}. Take a measure from one of these frameworks, or give the reason in a waiver.`,
        };
      }
      if (standing.kind !== 'uncoded') continue;
      const { edition, codes, meant } = standing;
      const advice = meant === undefined ? adviceFrom(codes) : `"${meant}"`;
      yield {
        at: code.at,
        message:
          code.value === undefined
            ? say`${called} has no code yet: "${shorten(code.written ?? '')}" only holds the place. Write ${advice}, or give the reason in a waiver.`
            : say`${called} has the code "${shorten(code.value)}", which is none of ${shorten(edition)}. Write ${advice}, or give the reason in a waiver.`,
        fixes:
          meant === undefined
            ? []
            : [{ title: say`Write ${meant}`, safe: false, edits: [{ at: code.at, text: writeText(meant, 'flow') }] }],
      };
    }
  },
};

/** A few codes are said; of many, what they look like. */
function adviceFrom(codes: readonly string[]): string {
  const [first] = codes;
  if (first === undefined) return say`the code of its measure`;
  return codes.length > 4 ? say`the code of its measure, like "${first}"` : listOr(codes.map(code => `"${code}"`));
}
