/**
 * What the command line needs of the world around it, as arguments: `run` reads, writes and asks nothing by any other way.
 * The files are those of one machine; whatever is wrong with one is a value, never an exception.
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
  /** Whether results go to a screen. */
  isTerminal(): boolean;
  /** What comes in on standard input. */
  readInput(): FileText;
  /** Results. */
  out(text: string): void;
  /** Everything else. */
  tell(text: string): void;
  /** Milliseconds from any start; only for `--stats`. */
  clock(): number;
  /** Does `work` to its end; an interruption that comes in meanwhile takes effect after it. */
  uninterrupted<T>(work: () => T): Promise<T>;
  /** Starts the language server on standard input and output; settles when it ends. */
  serve(): Promise<void>;
}

/** Exit statuses: fine; findings; wrong usage or unreadable input; a fault of the program. */
export type ExitStatus = 0 | 1 | 2 | 3;
