/** Where in the format a fault stands, and how that place is called; and what a fault of form says beside its words. */
import type { Fault } from '../finding';
import type { Node } from '../syntax/tree/node';
import type { CollectionStyle } from '../syntax/tree/write-scalar';
import type { Shape } from './shape';

/** A place within a unit: what stands there, what should, under which key, and in which item. */
export interface FaultPlace {
  readonly node: Node;
  readonly shape: Shape;
  readonly key: string;
  /** It is an entry of the list under `key`. */
  readonly inList: boolean;
  readonly called: string;
  /** What its key is a part of, in messages; the plan and an entry without a name need not be said. */
  readonly partOf: string | undefined;
  readonly surroundings: CollectionStyle;
}

/** A fault of form. It may propose an id, of which only the whole plan tells whether another item has it already. */
export interface FormFault extends Fault {
  readonly proposes?: {
    readonly id: string;
    /** The fault in words that propose `id`. */
    worded(id: string): Fault;
  };
}
