/** An id that is proposed for one in a wrong form is free: where another item has it already, a number follows. */

import type { Fault } from '../finding';
import { freeId } from '../text/id-words';
import type { FormFault } from './fault-place';
import type { References } from './references';

/** `faults` with proposals for ids that no item of the kind has yet. */
export function withFreeIds(faults: readonly FormFault[], { definitions }: References): readonly Fault[] {
  if (!faults.some(({ proposes }) => proposes)) return faults;
  const byPlace = new Map(definitions.map(definition => [definition.id.start, definition]));
  const takenOf = new Map<string, Set<string>>();
  for (const { kind, id } of definitions) takenOf.set(kind, (takenOf.get(kind) ?? new Set()).add(id.text));
  const free = new Map<string, string>();
  return faults.map(({ proposes, ...fault }) => {
    const own = proposes && byPlace.get(fault.at.start);
    const taken = own && takenOf.get(own.kind);
    // An id in a wrong form is never the right form of itself.
    if (!proposes || !own || !taken?.has(proposes.id) || own.id.text === proposes.id) return fault;
    const name = `${own.kind} ${proposes.id}`;
    const id = free.get(name) ?? freeId(proposes.id, candidate => taken.has(candidate));
    free.set(name, id);
    return proposes.worded(id);
  });
}
