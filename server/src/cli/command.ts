/** What a command is: a plain object from which its help, its reading of arguments and its completion are made. */
import type { ExitStatus, Io } from './io';

/**
 * A command as the table lists it: `run` reads the words behind its name, and refuses wrong usage with a `UsageError`.
 * `commands` are all that there are, for the one that tells shells of them.
 */
export interface Command extends CommandTexts {
  readonly options: OptionTable;
  run(words: readonly string[], io: Io, commands: readonly CommandTexts[]): Promise<ExitStatus>;
}

/** What help and completion tell of a command. */
export interface CommandTexts {
  readonly name: string;
  readonly summary: string;
  readonly argument?: CommandArgument;
  readonly options: OptionTable;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

interface CommandArgument {
  /** As in help: `[path...]`, `<rule>`. */
  readonly name: string;
  readonly description: string;
  /** What it is, for completion in a shell. */
  readonly completes: 'paths' | 'rules' | readonly string[];
}

/** The options of a command by their long names without dashes. */
export type OptionTable = Readonly<Record<string, CommandOption>>;

export interface CommandOption {
  readonly description: string;
  /** What follows it, as help calls it: `format` of `--format <format>`. A switch has none. */
  readonly takes?: string;
  /** The words that may follow it. */
  readonly values?: readonly string[];
}

/** The value of an option, told from its entry in the table: one of its words, any text, or `true` for a switch. */
export type ValueOf<O extends CommandOption> = O extends { readonly values: readonly (infer V)[] }
  ? V
  : O extends { readonly takes: string }
    ? string
    : true;

/** One option as it was given. */
export type GivenOption<T extends OptionTable> = {
  [N in keyof T & string]: { readonly name: N; readonly value: ValueOf<T[N]> };
}[keyof T & string];

/** What was given to a command with the options `T`: its arguments, and its options by name and in their order. */
export interface Given<T extends OptionTable> {
  readonly arguments: readonly string[];
  readonly options: readonly GivenOption<T>[];
  /** All values given for the option, in their order. */
  values<N extends keyof T & string>(name: N): readonly ValueOf<T[N]>[];
  /** The last value given for the option. */
  value<N extends keyof T & string>(name: N): ValueOf<T[N]> | undefined;
  /** Whether the option was given. */
  has(name: keyof T & string): boolean;
}
