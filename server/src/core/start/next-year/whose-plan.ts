/** Which place next year's plan is for: the place of this year's, or what came after it. */

import type { Plan } from '../../model/plan';
import {
  isNameOf,
  lastCodeOf,
  placeWithCode,
  type ReferencePlace,
  standingIn,
  successorsOf,
} from '../../reference/places';
import { listOr, say } from '../../text/say';
import { shorten } from '../../text/words';
import { findPlace } from '../find-place';
import type { Period } from '../usual-period';

/** The place; several, of which the author must name one; or why there is none. */
type NextPlace =
  | { readonly place: ReferencePlace }
  | { readonly places: readonly ReferencePlace[] }
  | { readonly why: string };

/** `written` is the place that the author names, by name or code; where it is absent, it is that of the plan. */
export function nextPlace(plan: Plan, written: string | undefined, period: Period): NextPlace {
  const old = placeWithCode(plan.place.code.value ?? '');
  if (written === undefined) {
    if (!old) return { why: say`The place of this plan has no code that is known. Correct it first.` };
    const now = placesAfter(old, period);
    const [only] = now;
    if (only && now.length === 1) return { place: only };
    return now.length > 0 ? { places: now } : { why: say`${old.name} (${old.code}) has no plan in these years.` };
  }
  const found = findPlace(written, period);
  if ('why' in found || !old) return found;
  const { place } = found;
  if (lastCodeOf(place.code) === lastCodeOf(old.code)) return found;
  const now = placesAfter(old, period);
  if (now.some(({ code }) => code === place.code)) return found;
  const whose = listOr(now.map(({ name, code }) => `${name} (${code})`));
  const advice = now.length > 0 ? say`Name ${whose}, or another plan` : say`Name another plan`;
  return {
    why: say`The plan "${titleOf(plan)}" is for ${old.name}, not for ${place.name} (${place.code}). ${advice}.`,
  };
}

/** Whether `name` or `code` is that of the council of `place`. */
export function isCouncilOf(place: ReferencePlace, name: string | undefined, code: string | undefined): boolean {
  if (code !== undefined) return lastCodeOf(code.toUpperCase()) === lastCodeOf(place.code);
  return name !== undefined && isNameOf(place, name);
}

export function titleOf({ title }: Plan): string {
  return shorten(title.value ?? '', 80);
}

/** What stands in the place of `old` in `period`; itself while it is current. */
function placesAfter(old: ReferencePlace, { from, to }: Period): readonly ReferencePlace[] {
  // Where a code changes within the period, that of its first day counts.
  if (standingIn(old, from, from) === 'current') return [old];
  const later = successorsOf(old).flatMap(({ place }) => placesAfter(place, { from, to }));
  return later.length === 0 && standingIn(old, from, to) === 'current' ? [old] : later;
}
