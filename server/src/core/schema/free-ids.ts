/** An id that is proposed for one in a wrong form is free: where another item has it already, a number follows. */

import type { Fault } from '../finding';
import { freeId } from '../text/id-words';
import type { FormFault } from './fault-place';
import type { References } from './references';

/** `faults` with proposals for ids that no item of the kind has yet. */
export function withFreeIds(faults: readonly FormFault[], { definitions }: References): readonly Fault[] {
  if (!faults.some(({ proposes }) => proposes)) return faults;
  return faults.map(({ proposes, ...fault }) => {
    const own = definitions.find(({ id }) => id.start === fault.at.start);
    if (proposes === undefined || own === undefined) return fault;
    const taken = new Set(
      definitions.filter(({ kind, id }) => kind === own.kind && id !== own.id).map(({ id }) => id.text),
    );
    return taken.has(proposes.id) ? proposes.worded(freeId(proposes.id, id => taken.has(id))) : fault;
  });
}
