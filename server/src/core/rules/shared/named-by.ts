/**
 * The ids that references name. A mistyped one counts as the id that was meant, so that the one finding on the mistake
 * is not joined by another on what now seems to be named by nobody.
 */
import type { Field } from '../../model/field';
import { NearWords } from '../../text/nearest';

/** Those of `known` that one of `references` names or was meant to name; `others` are ids that are right too, but of another kind. */
export function namedBy(
  references: Iterable<Field<string>>,
  known: ReadonlySet<string>,
  others: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const named = new Set<string>();
  let words: NearWords | undefined;
  for (const { value } of references) {
    if (value === undefined) continue;
    if (known.has(value)) named.add(value);
    else if (!others.has(value)) {
      words ??= new NearWords([...known, ...others]);
      named.add(words.nearest(value) ?? value);
    }
  }
  return named;
}

/** The ids that items have. */
export function idsOf(items: readonly { readonly id: Field<string> }[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ id }) => id.value ?? []));
}
