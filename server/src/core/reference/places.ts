/**
 * The upper-tier authorities of England with their codes, names and dates: each has a health and wellbeing board, and
 * so may have a plan. Dates that are not known are absent, and whatever depends on them is left undecided.
 */
import type { CalendarDate } from '../values/calendar';
import { placeSuccessionsJson, placesJson } from './tables.generated';

export interface ReferencePlace {
  /** The GSS code: `E10000023`. */
  readonly code: string;
  /** "North Yorkshire". */
  readonly name: string;
  /** "North Yorkshire County Council". */
  readonly officialName: string;
  /** The first and the last day of the code, where they are known. */
  readonly validFrom: CalendarDate | undefined;
  readonly validTo: CalendarDate | undefined;
}

/** What came after a code, from `on`; `recoded` is the same place with another code. */
export interface Succession {
  readonly place: ReferencePlace;
  readonly on: CalendarDate;
  readonly kind: 'recoded' | 'reorganised';
}

/** Where a period lies against the life of a code. */
export type Standing = 'current' | 'ended' | 'not yet';

/** The place of the tables with this GSS code, current or replaced. */
export function placeWithCode(code: string): ReferencePlace | undefined {
  return table().byCode.get(code);
}

/** The places whose codes were current on any day from `from` to `to`, in the order of the table. */
export function placesIn(from: CalendarDate, to: CalendarDate): readonly ReferencePlace[] {
  return [...table().byCode.values()].filter(place => standingIn(place, from, to) === 'current');
}

/** The places that go by `name` (short, official or other, in any case), those still current first. */
export function placesNamed(name: string): readonly ReferencePlace[] {
  return table().byName.get(fold(name)) ?? [];
}

/** Whether `name` is one of the names of `place`, whatever its case. */
export function isNameOf(place: ReferencePlace, name: string): boolean {
  return placesNamed(name).some(other => other.code === place.code);
}

/** Whether the code of `place` was current on any day from `from` to `to`, as far as its dates are known. */
export function standingIn(place: ReferencePlace, from: CalendarDate, to: CalendarDate): Standing {
  if (place.validTo !== undefined && place.validTo < from) return 'ended';
  return place.validFrom !== undefined && place.validFrom > to ? 'not yet' : 'current';
}

/** What came directly after `place`; none while it is current. */
export function successorsOf(place: ReferencePlace): readonly Succession[] {
  return table().after.get(place.code) ?? [];
}

/** What `place` came directly after. */
export function predecessorsOf(place: ReferencePlace): readonly ReferencePlace[] {
  return table().before.get(place.code) ?? [];
}

/** The code by which the place of `code` goes now, where only its code has changed: two codes of one place are equal. */
export function lastCodeOf(code: string): string {
  const recoded = table()
    .after.get(code)
    ?.find(({ kind }) => kind === 'recoded');
  return recoded ? lastCodeOf(recoded.place.code) : code;
}

interface Table {
  readonly byCode: ReadonlyMap<string, ReferencePlace>;
  readonly byName: ReadonlyMap<string, readonly ReferencePlace[]>;
  readonly after: ReadonlyMap<string, readonly Succession[]>;
  readonly before: ReadonlyMap<string, readonly ReferencePlace[]>;
}

let read: Table | undefined;

/** Read on first use: most runs of most documents never ask. */
function table(): Table {
  read ??= readTable();
  return read;
}

function readTable(): Table {
  const byCode = new Map<string, ReferencePlace>();
  const byName = new Map<string, ReferencePlace[]>();
  const after = new Map<string, Succession[]>();
  const before = new Map<string, ReferencePlace[]>();
  for (const [code = '', name = '', officialName = '', otherName = '', , , , from, to] of rowsOf(placesJson)) {
    const place = { code, name, officialName, validFrom: from || undefined, validTo: to || undefined };
    byCode.set(code, place);
    for (const known of new Set([name, officialName, otherName].filter(text => text !== '').map(fold))) {
      add(byName, known, place);
    }
  }
  for (const [old = '', next = '', on = '', kind] of rowsOf(placeSuccessionsJson)) {
    const place = byCode.get(next);
    const earlier = byCode.get(old);
    if (place) add(after, old, { place, on, kind: kind === 'recoded' ? 'recoded' : 'reorganised' });
    if (earlier) add(before, next, earlier);
  }
  for (const places of byName.values())
    places.sort((a, b) => Number(a.validTo !== undefined) - Number(b.validTo !== undefined));
  return { byCode, byName, after, before };
}

function rowsOf(json: string): readonly (readonly string[])[] {
  return JSON.parse(json);
}

function add<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** "St. Helens" and "st helens", "Bristol, City of" and "Bristol City of", "&" and "and" are the same name. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[.,'’]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}
