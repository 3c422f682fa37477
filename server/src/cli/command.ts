/** What a command is: a plain object from which its help, its reading of arguments and its completion are made. */
import type { ExitStatus, Io } from './io';

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly argument?: CommandArgument;
  readonly options: readonly CommandOption[];
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Loads what runs it, which is not needed for help. */
  load(): Promise<(given: Given, io: Io) => Promise<ExitStatus>>;
}

export interface CommandArgument {
  /** As in help: `[path...]`, `<rule>`. */
  readonly name: string;
  readonly description: string;
  /** What it is, for completion in a shell. */
  readonly completes: 'paths' | 'rules' | readonly string[];
}

export interface CommandOption {
  /** As in help: `--format <format>`. */
  readonly flags: string;
  readonly description: string;
  /** The words that may follow it. */
  readonly values?: readonly string[];
}

/** What was given on the command line: arguments, and options in their order, by their long names without dashes. */
export interface Given {
  readonly arguments: readonly string[];
  readonly options: readonly { readonly name: string; readonly value: string | undefined }[];
}

/** The last value given for `--name`. */
export function lastValue(given: Given, name: string): string | undefined {
  return given.options.filter(option => option.name === name).at(-1)?.value;
}

/** All values given for `--name`, in their order. */
export function valuesOf(given: Given, name: string): readonly string[] {
  return given.options.flatMap(option => (option.name === name && option.value !== undefined ? [option.value] : []));
}

/** Whether `--name` was given. */
export function has(given: Given, name: string): boolean {
  return given.options.some(option => option.name === name);
}

/** `format` of `--format <format>`. */
export function longName({ flags }: CommandOption): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? flags;
}

/** Whether a value follows the option. */
export function takesValue({ flags }: CommandOption): boolean {
  return flags.includes('<');
}
