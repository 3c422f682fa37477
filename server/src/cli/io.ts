/**
 * What the command line takes from its environment, as arguments: `run` has no other input or output. Files are those
 * of one machine; errors on files are values, never exceptions.
 */
import type { Files } from '../files/disk';
import type { FileText } from '../workspace/file-text';

export interface Io {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly tool: {
    readonly name: string;
    readonly version: string;
    readonly homepage: string;
    readonly rulePages: string;
  };
  readonly files: Files;
  /** Whether standard output is a terminal. */
  isTerminal(): boolean;
  /** Reads standard input. */
  readInput(): FileText;
  /** Writes results to standard output. */
  stdout(text: string): void;
  /** Writes everything else to standard error. */
  stderr(text: string): void;
  /** Milliseconds from an arbitrary start; only for `--stats`. */
  clock(): number;
  /** Runs `work` to its end; a signal that arrives meanwhile takes effect afterwards. */
  uninterrupted<T>(work: () => T): Promise<T>;
  /** Starts the language server on standard input and output; settles when it ends. */
  serve(): Promise<void>;
}

/** Exit statuses: 0 success, 1 findings, 2 wrong usage or unreadable input, 3 a fault of the program. */
export type ExitStatus = 0 | 1 | 2 | 3;
