/** How the server gets at files that are not open: from the disk, or through the client where there is no disk. */
import type { Fault } from '../core/index';

/** What stands in a file, or why it cannot be read. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** It is a file, but no text that can be checked: its one finding, in the text as far as it can be shown. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly text: string }
  /** Why it cannot be read, to follow "The file": "is not there". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Nothing here ever rejects. */
export interface FileSource {
  /** Reads a regular file of a bounded size. With `roots` it must in truth, links followed, lie in one of these folders. */
  read(key: string, roots?: readonly string[]): Promise<FileText>;
  /** The plans (`*.plan.yaml`, `*.plan.yml`) in a folder and below. */
  findPlans(folder: string): Promise<readonly string[]>;
  /** Whether a folder is the top of a repository: no configuration is looked for above it. */
  isRepository(folder: string): Promise<boolean>;
}
