/**
 * Which place an author means by a name or a code: one that had a health and wellbeing board in the plan's period. A
 * name that leaves open which place is meant is never guessed at.
 */

import {
  placesIn,
  placesNamed,
  placeWithCode,
  type ReferencePlace,
  standingIn,
  successorsOf,
} from '../reference/places';
import { nearest } from '../text/nearest';
import { listOr, say } from '../text/say';
import { shorten } from '../text/words';
import type { Period } from './usual-period';

/** The place, or one or two sentences that say why there is none and what to write. */
export type FoundPlace = { readonly place: ReferencePlace } | { readonly why: string };

/** The place that `written` (a code, a name in any usual form, or words that only one name has) means in `period`. */
export function findPlace(written: string, period: Period): FoundPlace {
  const named = namedExactly(written.trim());
  const current = named.filter(place => isCurrent(place, period));
  if (current.length > 0) return oneOf(written, current, period);
  const [gone] = named;
  if (gone) return { why: outOfPeriod(gone, period) };
  const known = placesIn(period.from, period.to);
  const wanted = written.trim().toLowerCase();
  const containing = wanted === '' ? [] : known.filter(({ name }) => name.toLowerCase().includes(wanted));
  return containing.length > 0 ? oneOf(written, containing, period) : { why: unknown(written, known) };
}

function namedExactly(written: string): readonly ReferencePlace[] {
  const coded = placeWithCode(written.toUpperCase());
  return coded ? [coded] : placesNamed(written);
}

function isCurrent(place: ReferencePlace, { from, to }: Period): boolean {
  return standingIn(place, from, to) === 'current';
}

/** Where a place changed its code within the period, the code of the first day counts. */
function oneOf(written: string, places: readonly ReferencePlace[], { from }: Period): FoundPlace {
  const [only] = places;
  if (only && places.length === 1) return { place: only };
  const isOnePlace = places.every(({ name }) => name === only?.name);
  const atFirst = places.find(place => standingIn(place, from, from) === 'current');
  if (isOnePlace && atFirst) return { place: atFirst };
  const choices = listOr(places.map(({ name, code }) => `${name} (${code})`));
  return { why: `"${shorten(written)}" may be more than one place. Write ${choices}.` };
}

function outOfPeriod(place: ReferencePlace, period: Period): string {
  const years = say`${period.from} to ${period.to}`;
  const later = successorsOf(place).map(({ place: next }) => `${next.name} (${next.code})`);
  const advice = later.length > 0 && standingIn(place, period.from, period.to) === 'ended' ? listOr(later) : undefined;
  const what = say`${place.name} (${place.code}) had no plan of its own from ${years}`;
  return `${what}. ${advice ? say`Write ${advice}` : say`Choose another period`}.`;
}

function unknown(written: string, known: readonly ReferencePlace[]): string {
  const names = [...new Set(known.map(({ name }) => name))];
  const meant = nearest(written, names);
  const advice =
    meant === undefined ? say`Write the name of a county, a unitary authority or a borough` : say`Write "${meant}"`;
  return say`There is no place "${shorten(written)}" with a health and wellbeing board. ${advice}.`;
}
