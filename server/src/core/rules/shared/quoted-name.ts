/** How a message names something by the author's own words, after its noun or in a list of several. */
import type { Field } from '../../model/field';
import { shorten } from '../../text/words';

interface Named {
  readonly id: Field<string>;
  readonly name: Field<string>;
}

/** The name in double quotes, or else the id; `reference` is what was written where no such item is known. */
export function quotedName(item: Named | undefined, reference = ''): string {
  return `"${shorten(item?.name.value ?? item?.id.value ?? reference, 80)}"`;
}
