/** `seriousness-pound-signs`: a narrative that hardly speaks of money. */

import { wordsIn } from '../prose/passage';
import { narrativeOf } from '../prose/texts';
import { count, say } from '../text/say';
import { grouped } from '../text/words';
import type { Rule } from './shared/rule';

const wordsOfPage = 500;
/** A narrative that has barely begun says nothing yet, and is not judged. */
const fewestWords = 50;

export const seriousnessPoundSigns: Rule = {
  id: 'seriousness-pound-signs',
  severity: { writing: 'warning', agreed: 'warning' },
  summary: 'The narrative names fewer amounts of money than it has pages.',
  why: 'A White Paper of 70 pages had four pound signs. Without money, ideas and promises are empty words.',
  source: 'The Lowdown 2022: "quick test of seriousness"',
  answers: [
    {
      text: 'Lowdown 2022',
      words:
        'The document instantly fails the Lowdown’s quick test of seriousness: it has just four instances of the ‘£’ sign in 70 pages',
    },
  ],
  examples: {
    bad: `narrative:
  summary: |
    Our vision is of people living well in their own homes for as long as they can, with care that is joined up around
    them and that they tell their story to only once. Partners share this ambition. Prevention comes first, and carers
    are valued. Communities are strong, and staff are proud of what they do every day.
`,
    good: `narrative:
  summary: |
    The falls response team costs £1.2m in 2017-18 and £1.3m in 2019-20. It reaches people within two hours of a call,
    and nine in ten stay at home. Carers are asked what they need at the same visit, and the team books it for them. The
    team works from two bases, and has one number for all who call it, by day and by night.
`,
  },
  options: {
    floor: { default: 1, description: 'Amounts of money that a page of 500 words has at the least.' },
  },
  *check({ plan, options }) {
    const passages = narrativeOf(plan).flatMap(({ prose }) => prose.passages);
    const words = passages.reduce((total, passage) => total + wordsIn(passage), 0);
    if (words < fewestWords || plan.narrativeKey === undefined) return;
    const amounts = passages.reduce((total, passage) => total + passage.amounts.length, 0);
    const pages = Math.max(1, Math.round(words / wordsOfPage));
    if (amounts >= (options['floor'] ?? 1) * pages) return;
    const found = amounts === 0 ? say`no amount of money` : count(amounts, 'amount of money', 'amounts of money');
    yield {
      at: plan.narrativeKey,
      message: say`The narrative has ${found} in ${count(pages, 'page')} (${grouped(words)} words). Say what things cost and where the money comes from, like "The falls team costs £1.2m in 2017-18".`,
    };
  },
};
