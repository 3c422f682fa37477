/** `place-code-unknown`: the code of the place is not that of an upper-tier authority in the plan's period. */

import type { Problem } from '../finding';
import type { Plan } from '../model/plan';
import { placesNamed, placeWithCode, predecessorsOf, type ReferencePlace, standingIn } from '../reference/places';
import { listOr, say } from '../text/say';
import { shorten } from '../text/words';
import { formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const placeCodeUnknown: Rule = {
  id: 'place-code-unknown',
  severity: { writing: 'error', agreed: 'error' },
  summary: "The code of the place is not that of an upper-tier authority in the plan's period.",
  why: 'A plan belongs to the health and wellbeing board of one upper-tier authority. By its code the plan is matched with allocations, measures and other plans.',
  source:
    'Office for National Statistics, GSS codes of counties and unitary authorities; North Yorkshire Health and Wellbeing Board, March 2025',
  examples: {
    bad: 'place: {code: E07000026, name: Allerdale}\n',
    good: 'place: {code: E10000006, name: Cumbria}\n',
  },
  *check({ plan }) {
    const { code } = plan.place;
    if (code.value === undefined) return;
    const place = placeWithCode(code.value);
    if (!place) yield unknown(code.value, plan);
    else if (isIn(place, plan) === 'not yet') yield notYet(place, plan);
  },
};

function isIn(place: ReferencePlace, { from, to }: Plan): ReturnType<typeof standingIn> {
  if (from.value === undefined || to.value === undefined) return 'current';
  return standingIn(place, from.value, to.value);
}

function unknown(written: string, plan: Plan): Problem {
  const tidy = written.trim().toUpperCase();
  const meant = placeWithCode(tidy) ?? byName(plan);
  const kind = /^E07\d{6}$/.test(tidy)
    ? say`the code of a district`
    : say`not the code of a county or unitary authority`;
  const advice = meant
    ? say`Write "${meant.code}", the code of ${meant.name}.`
    : say`Write the code of the authority whose health and wellbeing board owns the plan, like E10000023 for North Yorkshire.`;
  const message = say`"${shorten(written)}" is ${kind} in England. ${advice}`;
  return { at: plan.place.code.at, message, fixes: meant ? [fix(meant, plan)] : [] };
}

function notYet(place: ReferencePlace, plan: Plan): Problem {
  const earlier = predecessorsOf(place).filter(other => isIn(other, plan) === 'current');
  const named = earlier.filter(other => placesNamed(plan.place.name.value ?? '').includes(other));
  const meant = named.length === 1 ? named[0] : earlier.length === 1 ? earlier[0] : undefined;
  const codes = earlier.map(other => say`"${other.code}" for ${other.name}`);
  const advice =
    codes.length > 0
      ? say`Write ${meant ? `"${meant.code}"` : listOr(codes)}.`
      : say`Write the code that was in use then.`;
  const message = say`The code "${place.code}" of ${place.name} is in use only from ${formatDate(place.validFrom ?? '')}, after the plan's period. ${advice}`;
  return { at: plan.place.code.at, message, fixes: meant ? [fix(meant, plan)] : [] };
}

/** The one authority of the plan's period that goes by the name that the plan gives. */
function byName(plan: Plan): ReferencePlace | undefined {
  const named = placesNamed(plan.place.name.value ?? '').filter(place => isIn(place, plan) === 'current');
  return named.length === 1 ? named[0] : undefined;
}

function fix(place: ReferencePlace, plan: Plan) {
  return { title: say`Write ${place.code}`, safe: false, edits: [{ at: plan.place.code.at, text: place.code }] };
}
