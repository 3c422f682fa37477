/** An existing Better Care Fund plan, and what a plan says became of its schemes. */
import { MapNode } from '../syntax/tree/node';
import type { CalendarDate, FinancialYear } from '../values/calendar';
import type { Field } from './field';
import { type Item, ItemReader, textField } from './item-reader';
import { once, readSection, type Section } from './section';

export interface BcfScheme extends Item {
  readonly name: Field<string>;
  /** Pence in the year of the plan. */
  readonly amount: Field<number>;
  readonly provider: Field<string>;
  readonly lead: Field<string>;
  readonly description: Field<string>;
}

const readBcfScheme = once((node: MapNode): BcfScheme => {
  const item = new ItemReader(node, 'Scheme', 'name');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    amount: item.money('amount'),
    provider: item.text('provider'),
    lead: item.text('lead'),
    description: item.text('description'),
  };
});

export interface BcfPlan {
  readonly kind: 'bcf-plan';
  readonly root: MapNode;
  readonly title: Field<string>;
  readonly placeCode: Field<string>;
  readonly year: Field<FinancialYear>;
  readonly schemes: Section<BcfScheme>;
}

export function readBcfPlan(root: MapNode): BcfPlan {
  const item = new ItemReader(root, 'Plan', 'title');
  const place = item.nested('place');
  return {
    kind: 'bcf-plan',
    root,
    title: item.text('title'),
    placeCode: place.text('code'),
    year: item.text('year'),
    schemes: readSection(root, 'schemes', item.at, readBcfScheme),
  };
}

/**
 * The year of a plan's `years` in which the money of an old plan must be found again: its own year, or the nearest one
 * that the plan covers; `undefined` while the plan's period is not known.
 */
export function yearOfOldMoney(years: readonly FinancialYear[], old: FinancialYear): FinancialYear | undefined {
  if (years.includes(old)) return old;
  return old > (years.at(-1) ?? '') ? years.at(-1) : years[0];
}

/** What became of one scheme of an old plan. */
export interface Became {
  /** The id that the old plan gave it, at its place in this plan. */
  readonly old: Field<string>;
  /** The scheme of this plan that carries it on. */
  readonly scheme: Field<string> | undefined;
  readonly stopped: { readonly reason: Field<string>; readonly on: Field<CalendarDate> } | undefined;
  readonly at: Item['at'];
}

/** An old plan that the plan brings in. */
export interface Incorporated extends Item {
  /** The path of the old plan's file, relative to the plan's own. */
  readonly plan: Field<string>;
  readonly schemes: readonly Became[];
}

export const readIncorporated = once((node: MapNode): Incorporated => {
  const item = new ItemReader(node, 'Plan', 'plan');
  const { id, called, at } = item;
  const schemes = item.map('schemes')?.entries ?? [];
  return {
    node,
    id,
    called,
    at,
    plan: item.text('plan'),
    schemes: schemes.map(({ key, value }) => {
      const old = textField(key);
      if (value instanceof MapNode) {
        const stopped = new ItemReader(value, 'Scheme', '', key);
        return {
          old,
          scheme: undefined,
          stopped: { reason: stopped.settled('stopped'), on: stopped.date('on') },
          at: value,
        };
      }
      const scheme = value.kind === 'scalar' && value.value !== null ? textField(value) : undefined;
      return { old, scheme, stopped: undefined, at: scheme ? value : key };
    }),
  };
});
