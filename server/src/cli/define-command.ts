/** Ties what runs a command to its options: the compiler knows which options there are, and what each gives. */
import type { Command, CommandTexts, Given, OptionTable } from './command';
import type { ExitStatus, Io } from './io';
import { readArguments } from './read-arguments';

interface CommandParts<T extends OptionTable> extends CommandTexts {
  readonly options: T;
  /** Loads what runs it, which is not needed for help. */
  load(): Promise<(given: Given<T>, io: Io, commands: readonly CommandTexts[]) => Promise<ExitStatus>>;
}

/** The command for the table; with `--help` or `--version` among its words it shows that instead. */
export function defineCommand<const T extends OptionTable>(parts: CommandParts<T>): Command {
  return {
    ...parts,
    run: async (words, io, commands) => {
      const given = readArguments(parts, words);
      if (given === 'help') io.out((await import('./help-text')).helpOfCommand(parts));
      else if (given === 'version') io.out(`${io.tool.version}\n`);
      else return (await parts.load())(given, io, commands);
      return 0;
    },
  };
}
