/** The command line: `run(argv, io)` → exit status. Wrong usage is one line; a fault of the program is caught here. */
import { listOr, nearest, visible } from '../core/index';
import { commands } from './command-table';
import type { ExitStatus, Io } from './io';
import { unknownOption } from './read-arguments';
import { UsageError } from './usage-error';

/** Runs the command that `argv` (without program and script) asks for. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await start(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`oneplan: ${visible(error.message)}\n`);
      return 2;
    }
    if (isClosedPipe(error)) throw error;
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr(`oneplan: A fault of the program; please report it. ${said.split('\n').map(visible).join('\n')}\n`);
    return 3;
  }
}

async function start(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const [word, ...words] = argv;
  if (word === undefined) throw new UsageError('Say what to do, for example "oneplan lint". See "oneplan --help".');
  if (word === '-v' || word === '--version') {
    io.stdout(`${io.tool.version}\n`);
    return 0;
  }
  if (['-h', '--help', 'help'].includes(word)) {
    const [name] = words.filter(other => !other.startsWith('-'));
    if (name !== undefined) return commandNamed(name, io).run(['--help'], io, commands);
    io.stdout((await import('./help-text')).helpOfProgram(io.tool.name, commands));
    return 0;
  }
  return commandNamed(word, io).run(words, io, commands);
}

function commandNamed(word: string, io: Io) {
  const command = commands.find(({ name }) => name === word);
  if (command) return command;
  throw new UsageError(`${unknown(word, io)} See "oneplan --help".`);
}

/** The message for a first word that is no command: an option, the path of a plan, or a typing error. */
function unknown(word: string, { files, folder }: Io): string {
  if (word.startsWith('-')) return unknownOption(word.replace(/=.*/s, ''), []);
  const names = [...commands.map(({ name }) => name), 'help'];
  const meant = nearest(word, names) ?? names.find(name => word.length > 3 && name.startsWith(word.slice(0, 4)));
  if (meant !== undefined) return `There is no command "${word}". Write "${meant}".`;
  if (/\.ya?ml$|[\\/]/i.test(word) || files.kindOf(`${folder}/${word}`) !== 'nothing')
    return `There is no command "${word}". To check it, write "oneplan lint ${word}".`;
  return `There is no command "${word}". Choose ${listOr(commands.map(({ name }) => name))}.`;
}

/** Whether the reader of our output has gone. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
}
