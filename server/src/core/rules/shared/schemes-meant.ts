/** Which scheme a budget line pays for, where the id that it names is mistyped. */

import type { Field } from '../../model/field';
import type { Scheme } from '../../model/items';
import { NearWords } from '../../text/nearest';
import type { RuleContext } from './rule';

/** Finds the scheme that a line names, or was meant to name: the slip in its id is told where it stands. */
export function schemesMeant({ plan, index }: RuleContext): (reference: Field<string>) => Scheme | undefined {
  const schemes = new Map(plan.schemes.items.toReversed().map(scheme => [scheme.id.value ?? '', scheme]));
  const ids = new NearWords([...schemes.keys()].toReversed());
  return reference => {
    const scheme = index.scheme(reference);
    if (scheme || reference.value === undefined) return scheme;
    return schemes.get(ids.nearest(reference.value) ?? '');
  };
}
