/** An id that is proposed for one in a wrong form is free: where another item has it already, a number follows. */

import type { Fault } from '../finding';
import { freeId } from '../text/id-words';
import { say } from '../text/say';
import type { References } from './references';

/** `faults` with proposals for ids that no item of the kind has yet. */
export function withFreeIds(faults: readonly Fault[], { definitions }: References): readonly Fault[] {
  if (!faults.some(({ rule }) => rule === 'bad-id')) return faults;
  return faults.map(fault => {
    const proposed = fault.rule === 'bad-id' ? fault.fixes?.[0]?.edits[0]?.text : undefined;
    const own = definitions.find(({ id }) => id.start === fault.at.start);
    if (proposed === undefined || own === undefined) return fault;
    const taken = new Set(
      definitions.filter(({ kind, id }) => kind === own.kind && id !== own.id).map(({ id }) => id.text),
    );
    return taken.has(proposed)
      ? instead(
          fault,
          proposed,
          freeId(proposed, id => taken.has(id)),
        )
      : fault;
  });
}

function instead(fault: Fault, proposed: string, free: string): Fault {
  const fixes = (fault.fixes ?? []).map(fix => ({
    ...fix,
    title: say`Write ${free}`,
    edits: fix.edits.map(({ at, text }) => ({ at, text: text === proposed ? free : text })),
  }));
  // The whole sentence, as it was said: in another language its parts may stand in another order.
  return { ...fault, message: fault.message.replace(say`Write ${proposed}.`, say`Write ${free}.`), fixes };
}
