/** Command line → what was given, by commander; help and version are texts. Wrong usage is a `UsageError`. */
import { CommanderError, Option, Command as Parser } from 'commander';
import { type Command, type Given, longName } from './command';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** What to do: run a command, or show a text. */
export type Asked = { readonly command: Command; readonly given: Given } | { readonly show: string };

const helpWidth = 100;

export function parseArguments(
  argv: readonly string[],
  commands: readonly Command[],
  { tool }: Pick<Io, 'tool'>,
): Asked {
  let asked: Asked | undefined;
  let shown = '';
  const output = {
    writeOut: (text: string) => {
      shown += text;
    },
    writeErr: () => {},
    getOutHelpWidth: () => helpWidth,
    getOutHasColors: () => false,
  };
  const program = new Parser(tool.name)
    .description('Checks joint local plans for health and social care.')
    .version(tool.version, '--version', 'show the version')
    .helpOption('--help', 'show help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput(output)
    .addHelpText('after', '\nEach command has its own help with examples: oneplan lint --help');
  for (const command of commands) {
    addCommand(program, command, output, given => {
      asked = { command, given };
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { show: shown };
    throw new UsageError(sentence(error, argv, commands));
  }
  return asked ?? { show: shown };
}

function addCommand(program: Parser, command: Command, output: object, onGiven: (given: Given) => void): void {
  const options: { name: string; value: string | undefined }[] = [];
  const parser = program
    .command(command.name)
    .description(command.summary)
    .helpOption('--help', 'show help')
    .exitOverride()
    .configureOutput(output)
    .allowExcessArguments(false)
    .addHelpText(
      'after',
      `\nExamples:\n${command.examples.map(({ line, does }) => `  ${line}\n      ${does}`).join('\n')}`,
    );
  if (command.argument) parser.argument(command.argument.name, command.argument.description);
  for (const option of command.options) {
    const name = longName(option);
    const known = new Option(option.flags, option.description);
    if (option.values) known.choices(option.values);
    parser.addOption(known);
    parser.on(`option:${name}`, (value?: string) => options.push({ name, value: value ?? undefined }));
  }
  parser.action(() => onGiven({ arguments: parser.args, options }));
}

/** What was wrong as one line that says what to do; commander's own words where they are plain enough. */
function sentence(error: CommanderError, argv: readonly string[], commands: readonly Command[]): string {
  const command = commands.find(({ name }) => name === argv[0]);
  const help = `See "oneplan ${command ? `${command.name} ` : ''}--help".`;
  return `${command ? ofCommand(error, command) : unknownCommand(error, argv, commands)} ${help}`;
}

function unknownCommand(error: CommanderError, argv: readonly string[], commands: readonly Command[]): string {
  const word = argv[0] ?? '';
  if (error.code !== 'commander.unknownCommand') return plain(error);
  const near = /Did you mean (?:one of )?(.*)\?/.exec(error.message)?.[1]?.split(', ') ?? [];
  const meant = near.find(name => name[0] === word[0]);
  const choice = `Choose ${either(commands.map(({ name }) => name))}.`;
  return `There is no command "${word}". ${meant === undefined ? choice : `Write "${meant}".`}`;
}

function ofCommand(error: CommanderError, { name, argument, examples }: Command): string {
  const like = `"${examples[0]?.line ?? `oneplan ${name}`}"`;
  if (error.code === 'commander.missingArgument') return `"${name}" needs ${argument?.description}, as in ${like}.`;
  if (error.code === 'commander.excessArguments')
    return `There are too many words after "${name}". Write it like ${like}.`;
  return plain(error);
}

function plain({ message }: CommanderError): string {
  const said = message
    .replace(/^error: /, '')
    .replace(/^option '(--\S+)[^']*' argument (missing|'(.*)' is invalid)\.?/, (_, option, what, value) =>
      what === 'missing' ? `${option} needs a value.` : `${option} cannot be '${value}'.`,
    )
    .replace(/Allowed choices are (.*), ([^,]*)\./, 'Choose $1 or $2.')
    .replace(/^unknown option ('.*')/, 'there is no option $1')
    .replace(/\n\(Did you mean (?:one of )?(.*)\?\)/, (_, words: string) => `. Write ${either(words.split(', '))}`)
    .replaceAll("'", '"');
  const text = said.split('\n')[0] ?? said;
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

/** `a, b or c`; what knows plans, and how to list words, is loaded only once a command runs. */
function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
