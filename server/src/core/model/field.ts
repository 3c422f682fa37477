/** One value of an item with its place. A rule always has somewhere to point, whether the value is there or not. */
import type { Node } from '../syntax/tree/node';
import type { Span } from '../text/span';
import { isPlaceholder } from '../values/placeholder';

export interface Field<T> {
  /** What was read; `undefined` when the key is absent or empty, or its value has a fault that is reported elsewhere. */
  readonly value: T | undefined;
  /** Whether the author wrote anything, right or wrong. */
  readonly given: boolean;
  /** What the author wrote, when it is a single value. */
  readonly written: string | undefined;
  /** Where to point: the value; where that is empty the key; where that is absent the name of the item. */
  readonly at: Span;
  /** The key, where it stands. */
  readonly key: Span | undefined;
  readonly node: Node | undefined;
}

/** Whether the author has still to say it: nothing is there, or only a placeholder such as "TBC". */
export function isOpen(field: Field<unknown>): boolean {
  return field.value === undefined && (!field.given || (field.written !== undefined && isPlaceholder(field.written)));
}

/** One amount of a mapping of financial years. */
export interface YearAmount {
  readonly year: string;
  readonly key: Span;
  readonly money: Field<number>;
}

/** Amounts by financial year, in pence. */
export interface Amounts {
  readonly at: Span;
  readonly given: boolean;
  readonly years: readonly YearAmount[];
  /** Something here has a fault of its own, so that the amount of a year may be there and yet unknown. */
  readonly spoiled: boolean;
  /** Whether an amount is given for `year`, readable or not. */
  has(year: string): boolean;
  /** Pence of `year`; 0 where nothing is given; `undefined` where what is given cannot be read. */
  in(year: string): number | undefined;
}

/** The sum of amounts in pence; `undefined` as soon as one of them cannot be read. */
export function sum(amounts: readonly (number | undefined)[]): number | undefined {
  return sumOf(amounts, amount => amount);
}

/** The sum of what `penceOf` gives for each of `items`; `undefined` as soon as one cannot be read. */
export function sumOf<T>(items: readonly T[], penceOf: (item: T) => number | undefined): number | undefined {
  let total = 0;
  for (const item of items) {
    const amount = penceOf(item);
    if (amount === undefined) return undefined;
    total += amount;
  }
  return total;
}
