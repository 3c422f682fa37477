/** What a host tells its workspace. Nothing here is asynchronous. */
import type { Overrides } from './configurations';

export interface Host {
  /** The folders in which a document may name files. */
  roots(uri: string): readonly string[];
  /** The settings of the run or the editor that override the configuration of a document. */
  overrides(uri: string): Overrides;
  /** Runs work on a document; returns `undefined` where it had to be stopped. */
  bounded?<R>(uri: string, work: () => R): { readonly value: R } | undefined;
}
