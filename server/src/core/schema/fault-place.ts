/** Where in the format a fault stands, and how that place is called. */
import type { Node } from '../syntax/tree/node';
import type { Surroundings } from '../syntax/tree/write-scalar';
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
  readonly surroundings: Surroundings;
}
