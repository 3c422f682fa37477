/** Ties the implementation of a command to its options, so that the compiler knows each option and its type. */
import type { Command, CommandTexts, Given, OptionTable } from './command';
import type { ExitStatus, Io } from './io';
import { readArguments } from './read-arguments';

interface CommandParts<T extends OptionTable> extends CommandTexts {
  readonly options: T;
  /** Loads the implementation, which help does not need. */
  load(): Promise<(given: Given<T>, io: Io, commands: readonly CommandTexts[]) => Promise<ExitStatus>>;
}

/** Makes the command for the table; `--help` and `--version` are handled here. */
export function defineCommand<const T extends OptionTable>(parts: CommandParts<T>): Command {
  return {
    ...parts,
    run: async (words, io, commands) => {
      const given = readArguments(parts, words);
      if (given === 'help') io.stdout((await import('./help-text')).helpOfCommand(parts));
      else if (given === 'version') io.stdout(`${io.tool.version}\n`);
      else return (await parts.load())(given, io, commands);
      return 0;
    },
  };
}
