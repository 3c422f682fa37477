/** What a place to run says of itself to its workspace. Nothing here waits. */
import type { Overrides } from './configurations';

export interface Host {
  /** The folders in which a document may name files. */
  roots(uri: string): readonly string[];
  /** What the run or the editor sets over the configuration of a document. */
  overrides(uri: string): Overrides;
  /** Runs work on a document, and gives nothing where it did not come to its end and was ended. */
  bounded?<R>(uri: string, work: () => R): { readonly value: R } | undefined;
}
