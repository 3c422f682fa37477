/** The type of a command: a plain object from which help, argument parsing and shell completion are derived. */
import type { ExitStatus, Io } from './io';

/**
 * A command in the table: `run` takes the arguments after its name, and throws a `UsageError` for wrong usage.
 * `commands` is the whole table, for the command that prints shell completion.
 */
export interface Command extends CommandTexts {
  readonly options: OptionTable;
  run(words: readonly string[], io: Io, commands: readonly CommandTexts[]): Promise<ExitStatus>;
}

/** What help and completion show of a command. */
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
  /** What a shell completes it with. */
  readonly completes: 'paths' | 'rules' | readonly string[];
}

/** The options of a command by their long names without dashes. */
export type OptionTable = Readonly<Record<string, CommandOption>>;

export interface CommandOption {
  readonly description: string;
  /** The placeholder of its value in help: `format` of `--format <format>`. A switch has none. */
  readonly takes?: string;
  /** The allowed values. */
  readonly values?: readonly string[];
}

/** The type of an option's value, derived from the table: one of its values, any string, or `true` for a switch. */
export type ValueOf<O extends CommandOption> = O extends { readonly values: readonly (infer V)[] }
  ? V
  : O extends { readonly takes: string }
    ? string
    : true;

/** One option as given on the command line. */
export type GivenOption<T extends OptionTable> = {
  [N in keyof T & string]: { readonly name: N; readonly value: ValueOf<T[N]> };
}[keyof T & string];

/** The parsed arguments of a command with the options `T`, options in their order. */
export interface Given<T extends OptionTable> {
  readonly arguments: readonly string[];
  readonly options: readonly GivenOption<T>[];
  /** All values of the option, in their order. */
  values<N extends keyof T & string>(name: N): readonly ValueOf<T[N]>[];
  /** The last value of the option. */
  value<N extends keyof T & string>(name: N): ValueOf<T[N]> | undefined;
  /** Whether the option was given. */
  has(name: keyof T & string): boolean;
}
