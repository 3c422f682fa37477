/** The command line: `run(argv, io)` → exit status. Wrong usage is one line; a fault of the program is caught here. */
import { visible } from '../core/index';
import type { Command, Given } from './command';
import { commands } from './command-table';
import type { ExitStatus, Io } from './io';
import { UsageError } from './usage-error';

/** Runs the command that `argv` (without program and script) asks for. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    if (argv.length === 0) throw new UsageError('Say what to do, for example "oneplan lint". See "oneplan --help".');
    const asked = plainPaths(argv) ?? (await import('./parse-arguments')).parseArguments(argv, commands, io);
    if ('command' in asked) return await (await asked.command.load())(asked.given, io);
    io.out(asked.show);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.tell(`oneplan: ${visible(error.message)}\n`);
      return 2;
    }
    if (isClosedPipe(error)) throw error;
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.tell(`oneplan: A fault of the program; please report it. ${said.split('\n').map(visible).join('\n')}\n`);
    return 3;
  }
}

/** The usual call, `lint` and paths alone, needs no reading of options: it starts faster without. */
function plainPaths([name, ...paths]: readonly string[]): { command: Command; given: Given } | undefined {
  const command = commands.find(known => known.name === 'lint' && known.name === name);
  if (!command || paths.some(path => path.startsWith('-'))) return undefined;
  return { command, given: { arguments: paths, options: [] } };
}

/** Nobody reads the results any more. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
}
