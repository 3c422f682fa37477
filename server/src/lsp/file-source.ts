/** Access to files that are not open: from the disk, or through the client where there is no disk. */
import type { FileText } from '../workspace/file-text';

type Eventually<T> = T | Promise<T>;

/** A source of files. Its methods never throw or reject. */
export interface FileSource {
  /** Reads a regular file of limited size. With `roots`, its real path must lie in one of these folders. */
  read(key: string, roots?: readonly string[]): Eventually<FileText>;
  /** The plans (`*.plan.yaml`, `*.plan.yml`) in a folder and its subfolders. */
  findPlans(folder: string): Eventually<readonly string[]>;
  /** Whether a folder is the root of a repository: no configuration is looked for above it. */
  isRepository(folder: string): Eventually<boolean>;
}
