/** The NHS commissioners among the partners of a plan, each with what is known of it. */

import type { Partner } from '../../model/items';
import type { Plan } from '../../model/plan';
import { type Commissioner, commissionerNamed, commissionersOf } from '../../reference/commissioners';
import type { CalendarDate } from '../../values/calendar';

export interface PlanCommissioner {
  readonly partner: Partner;
  readonly kind: Commissioner['kind'];
  /** `undefined` where neither its code nor its name is in the tables. */
  readonly known: Commissioner | undefined;
}

export function commissionersAmong({ partners }: Plan): readonly PlanCommissioner[] {
  return partners.items.flatMap(partner => {
    const kind = KINDS.get(partner.type.value ?? '');
    if (kind === undefined) return [];
    return [{ partner, kind, known: commissionerNamed(kind, partner.code.value, partner.name.value) }];
  });
}

/** Whether it surely was there on no day of the period, and on which side of it its life lies. */
export function outsidePeriod(
  { earliest, latest }: Commissioner,
  from: CalendarDate,
  to: CalendarDate,
): 'ended' | 'not yet' | undefined {
  if (latest !== undefined && latest < from) return 'ended';
  return earliest > to ? 'not yet' : undefined;
}

/** All commissioners of a place on `day`; none where the tables know only some of them, or too many to name. */
export function allCommissionersOf(placeCode: string, day: CalendarDate): readonly Commissioner[] {
  const needed = commissionersOf(placeCode, day);
  const known = needed.reduce((total, { share }) => total + share, 0);
  const all = needed.flatMap(({ options }) => options);
  return known < 0.95 || all.length > 4 || all.length > needed.length ? [] : all;
}

/** `NHS Vale of York CCG (03Q)`. */
export function nameAndCode({ name, code }: Commissioner): string {
  return `${name} (${code})`;
}

const KINDS: ReadonlyMap<string, Commissioner['kind']> = new Map([
  ['clinical-commissioning-group', 'group'],
  ['integrated-care-board', 'board'],
]);
