/** How the server gets at files that are not open: from the disk, or through the client where there is no disk. */
import type { FileText } from '../workspace/file-text';

type Eventually<T> = T | Promise<T>;

/** Nothing here ever throws or rejects. */
export interface FileSource {
  /** Reads a regular file of a bounded size. With `roots` it must in truth, links followed, lie in one of these folders. */
  read(key: string, roots?: readonly string[]): Eventually<FileText>;
  /** The plans (`*.plan.yaml`, `*.plan.yml`) in a folder and below. */
  findPlans(folder: string): Eventually<readonly string[]>;
  /** Whether a folder is the top of a repository: no configuration is looked for above it. */
  isRepository(folder: string): Eventually<boolean>;
}
