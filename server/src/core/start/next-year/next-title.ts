/** The title of next year's plan: this year's with the new years, where its years can be told. */
import type { Plan } from '../../model/plan';
import type { ReferencePlace } from '../../reference/places';
import { say } from '../../text/say';
import type { Period } from '../usual-period';

/** A title without years stays; one whose years are not those of its plan gives way to the usual one. */
export function nextTitle({ title, from, to, place: old }: Plan, place: ReferencePlace, period: Period): string {
  const usual = say`One plan for ${place.name}, ${period.from.slice(0, 4)} to ${period.to.slice(0, 4)}`;
  const before = title.value;
  if (
    before === undefined ||
    (old.name.value !== undefined && old.code.value !== place.code && !before.includes(place.name))
  )
    return usual;
  const [first, last] = [from.value?.slice(0, 4), to.value?.slice(0, 4)];
  const moved = before.replace(YEARS, (whole, one: string, between: string, other: string) => {
    if (one !== first || last === undefined || !last.endsWith(other)) return whole;
    return period.from.slice(0, 4) + between + period.to.slice(4 - other.length, 4);
  });
  const isLeft = /\b20\d\d\b/.test(moved) && moved === before;
  return isLeft ? usual : moved;
}

const YEARS = /\b(20\d\d)( to | ?[-–/] ?)(20\d\d|\d\d)\b/g;
