/** How the server gets at files that are not open: from the disk, or through the client where there is no disk. */
import type { Fault } from '../core/index';

/** What stands in a file, or why it cannot be read. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** It is a file, but what is in it is no text; `fault` says so at the start of the file. */
  | { readonly kind: 'not-text'; readonly fault: Fault }
  /** Why it cannot be read, to follow "The file": "is not there". */
  | { readonly kind: 'none'; readonly why: string };

export interface FileSource {
  /**
   * Reads one regular file of at most the size limit. With `roots` it must really lie in one of these folders, links
   * followed. Never rejects.
   */
  read(key: string, roots?: readonly string[]): Promise<FileText>;
  /** The plans (`*.plan.yaml`, `*.plan.yml`) in a folder and below, without those that `ignore` or a `.gitignore` passes over. Never rejects. */
  findPlans(folder: string, ignore: readonly string[]): Promise<readonly string[]>;
}
