/** What a mistake detector sees and what it answers. */

import type { LibraryFault } from '../../library/read-yaml';
import type { Line, LocalSpan } from './line';
import type { Repair } from './repaired-text';

/** The text of a chunk at its first fault. Offsets refer to `text`, in which earlier mistakes are already repaired. */
export interface DetectorContext {
  readonly text: string;
  readonly fault: LibraryFault;
  /** Lines on which the cause may stand, the likeliest first. */
  readonly lines: readonly Line[];
}

/** A mistake, as it would be told, and the repair with which the text would be read as its author meant it. */
export interface Diagnosis {
  /** Name of the mistake; it tells findings apart and never changes. */
  readonly mistake: string;
  /** The rule that speaks, when it is not `yaml-syntax`; `undefined` in `silent` ones. */
  readonly rule?: 'read-differently' | 'duplicate-key';
  readonly at: LocalSpan;
  /** Empty when nothing is told, because another rule speaks of what was written. */
  readonly message: string;
  readonly repair: readonly Repair[];
  /** What the light bulb offers; the repair itself unless `edits` says otherwise. */
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits?: readonly Repair[] };
  readonly related?: readonly { readonly at: LocalSpan; readonly message: string }[];
}

/**
 * Proposes what the fault may come from, the likeliest first. It may guess: a proposal is taken only when the repaired
 * text reads better than before.
 */
export type Detector = (sight: DetectorContext) => Iterable<Diagnosis>;

/** A repair after which the text cannot be read has not proved itself: whether to make it is for the author to judge. */
export function unproven(diagnosis: Diagnosis): Diagnosis {
  const { fix, repair } = diagnosis;
  return fix && repair.length > 0 ? { ...diagnosis, fix: { ...fix, safe: false } } : diagnosis;
}
