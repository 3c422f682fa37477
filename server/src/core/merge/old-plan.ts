/** An old plan that is to be brought into a plan, and what may become of each of its schemes. */

import type { BcfPlan, BcfScheme } from '../model/bcf-plan';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { CalendarDate } from '../values/calendar';
import { formatMoney } from '../values/money';

export interface OldPlan {
  readonly uri: string;
  /** How the plan writes where it is: relative to the plan's own folder, with `/`. */
  readonly path: string;
  readonly plan: BcfPlan;
}

/** A scheme of an old plan of which the plan does not say yet what became. */
export interface OldScheme {
  readonly from: OldPlan;
  /** As the old plan has it. */
  readonly id: string;
  readonly name: string;
  readonly scheme: BcfScheme;
}

export type Outcome =
  /** A scheme of its own in the plan; its id is made from its name where none is given. */
  | { readonly kind: 'new'; readonly id: string | undefined }
  /** A scheme of the plan, or one that is made in the same run, carries it on. */
  | { readonly kind: 'carried'; readonly scheme: string }
  | { readonly kind: 'stopped'; readonly reason: string; readonly on: CalendarDate };

/** What its author has said: outcomes by `answerKey`, and the old plans that come in although they are of another place. */
export interface Answers {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Uris of old plans. */
  readonly otherPlaces: ReadonlySet<string>;
}

/** Under which an outcome of the scheme `id` of an old plan is kept. */
export function answerKey(uri: string, id: string): string {
  return `${uri}\n${id}`;
}

/** `"Poole Better Care Fund plan 2018-19"`. */
export function titleOf({ plan, path }: OldPlan): string {
  return `"${shorten(plan.title.value ?? path, 80)}"`;
}

/** `Scheme "Support for carers" (P2, £380,000)`. */
export function called({ id, name, scheme }: OldScheme): string {
  const money = scheme.amount.value === undefined ? '' : `, ${formatMoney(scheme.amount.value)}`;
  return say`Scheme "${shorten(name, 80)}" (${id}${money})`;
}

/** `Scheme "Support for carers" (P2, £380,000) of "Poole Better Care Fund plan 2018-19"`. */
export function calledFully(old: OldScheme): string {
  return say`${called(old)} of ${titleOf(old.from)}`;
}
