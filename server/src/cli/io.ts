/**
 * What the command line needs of the world around it, as arguments: `run` reads, writes and asks nothing by any other way.
 * The files are those of one machine; whatever is wrong with one is a value, never an exception.
 */
import type { Fault } from '../core/index';

/** What stands in a file. */
export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  /** It is a file, but no text that can be checked: its one finding, in the text as far as it can be shown. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly text: string }
  /** Why it cannot be read, to follow "The file". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Paths are absolute here. */
export interface Files {
  /** What is there, links followed. */
  kindOf(path: string): 'file' | 'folder' | 'other' | 'nothing';
  read(path: string): FileReading;
  /** The bytes of a file that need not be a plan, such as a spreadsheet's; or why not, to follow "The file". */
  readBytes(path: string): { readonly bytes: Uint8Array } | { readonly why: string };
  /** What `written`, in the file `from`, names inside `root`: its path, or why it may not be read, to follow "The file". */
  locate(root: string, from: string, written: string): { readonly path: string } | { readonly why: string };
  /** Puts `text` in the place of `expected`, whole or not at all; why not, to follow "The file". */
  replace(root: string, path: string, expected: string, text: string): { readonly why: string } | undefined;
  /** Writes a report, making the folders it needs; why not, to follow "The file". */
  write(path: string, text: string): { readonly why: string } | undefined;
}

export interface Io {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly tool: { readonly name: string; readonly version: string; readonly homepage?: string };
  readonly files: Files;
  /** Whether results go to a screen. */
  isTerminal(): boolean;
  /** What comes in on standard input. */
  readInput(): FileReading;
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
