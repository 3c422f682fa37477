/** `place-code-superseded`: the code of the place was replaced before the plan's period began. */

import { isNameOf, placeWithCode, type Succession, standingIn, successorsOf } from '../reference/places';
import { listOr, say } from '../text/say';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const placeCodeSuperseded: Rule = {
  id: 'place-code-superseded',
  severity: { writing: 'warning', agreed: 'error' },
  summary: "The code of the place was replaced before the plan's period began.",
  why: 'Counties are reorganised and codes change with them. A plan with an old code is matched with an authority that is no longer there.',
  source:
    'Office for National Statistics, changes of GSS codes; North Yorkshire Health and Wellbeing Board, March 2025',
  restsOn: ['period', 'period/from', 'period/to'],
  examples: {
    bad: 'period: {from: 2025-04-01, to: 2026-03-31}\nplace: {code: E10000023, name: North Yorkshire}\n',
    good: 'period: {from: 2025-04-01, to: 2026-03-31}\nplace: {code: E06000065, name: North Yorkshire}\n',
  },
  *check({ plan }) {
    const { code, name } = plan.place;
    const place = placeWithCode(code.value ?? '');
    if (!place || plan.from.value === undefined || plan.to.value === undefined) return;
    if (standingIn(place, plan.from.value, plan.to.value) !== 'ended') return;
    const later = successorsOf(place);
    const named = later.filter(next => name.value !== undefined && isNameOf(next.place, name.value));
    const meant: Succession | undefined = named.length === 1 ? named[0] : later.length === 1 ? later[0] : undefined;
    const successors = later.map(next => say`"${next.place.code}" for ${next.place.name}`);
    const advice =
      successors.length > 0
        ? say`Write ${meant ? `"${meant.place.code}"` : listOr(successors)}.`
        : say`Write the code that replaced it.`;
    yield {
      at: code.at,
      message: say`The code "${place.code}" of ${place.name} ended on ${formatDate(place.validTo ?? '')}, before the plan's period begins. ${advice}`,
      fixes: meant
        ? [
            {
              title: say`Write ${meant.place.code}`,
              safe: meant.kind === 'recoded',
              edits: [{ at: code.at, text: meant.place.code }],
            },
          ]
        : [],
    };
  },
};
