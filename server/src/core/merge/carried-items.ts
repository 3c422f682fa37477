/** An old scheme as the items of a plan: its scheme and its budget line, with places left where the old plan does not say. */

import type { Plan } from '../model/plan';
import { writeText } from '../syntax/tree/write-scalar';
import { foldName } from '../text/near-names';
import { formatMoneyShort } from '../values/money';
import type { CarriedLine } from './carried-money';
import type { ItemText, Pair } from './item-text';
import type { OldScheme } from './old-plan';
import type { SchemeResolution } from './resolve-schemes';

export function schemeItem(old: OldScheme, id: string, plan: Plan): ItemText {
  const description = old.scheme.description.value;
  return [
    ['id', id],
    ['name', written(old.name)],
    ['lead', personOf(old, plan) ?? ''],
    ...(description === undefined ? [] : [['description', written(description)] as const]),
    ['novelty', 'existing'],
    ['predecessor', written(old.id)],
  ];
}

/** The service and the contribution are for the author to say: an old plan knows neither. */
export function lineItem(old: OldScheme, { id, scheme, pence, year }: CarriedLine, plan: Plan): ItemText {
  const provider: readonly Pair[] =
    old.scheme.provider.value === undefined ? [] : [['provider', partnerOf(old, plan) ?? '']];
  return [
    ['id', id],
    ['title', written(old.name)],
    ['service', ''],
    ['scheme', scheme],
    ['lead', personOf(old, plan) ?? ''],
    ...provider,
    ['funded_by', ''],
    ...(pence === undefined || year === undefined ? [] : [['amounts', amountsText(year, pence)] as const]),
  ];
}

/** `P1: reablement`, as it stands in `incorporates`. */
export function becamePair(fate: SchemeResolution): Pair {
  const id = written(fate.old.id);
  if (fate.kind !== 'stopped') return [id, fate.scheme];
  return [id, `{stopped: ${written(fate.reason)}, on: ${fate.on}}`];
}

/** The id of the one person of the plan whom the old plan names as lead, by name or post. */
function personOf({ scheme }: OldScheme, plan: Plan): string | undefined {
  return theOne(scheme.lead.value, plan.people.items, ({ id, name, post }) => [id.value, name.value, post.value]);
}

/** The id of the one partner of the plan that the old plan names as provider. */
function partnerOf({ scheme }: OldScheme, plan: Plan): string | undefined {
  return theOne(scheme.provider.value, plan.partners.items, ({ id, name }) => [id.value, name.value]);
}

function theOne<T extends { readonly id: { readonly value: string | undefined } }>(
  named: string | undefined,
  items: readonly T[],
  names: (item: T) => readonly (string | undefined)[],
): string | undefined {
  if (named === undefined || foldName(named) === '') return undefined;
  const meant = items.filter(item =>
    names(item).some(name => name !== undefined && foldName(name) === foldName(named)),
  );
  return meant.length === 1 ? meant[0]?.id.value : undefined;
}

function amountsText(year: string, pence: number): string {
  return `{${year}: ${written(formatMoneyShort(pence))}}`;
}

/** As it may stand within braces, and so anywhere. */
function written(text: string): string {
  return writeText(text, 'flow');
}
