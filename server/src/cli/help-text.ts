/** Help texts of the program and of each command, generated from the table of commands and wrapped. */
import type { Command, CommandTexts } from './command';

/** Width of a line, in characters. */
const width = 100;

interface Row {
  readonly term: string;
  readonly description: string;
}

const helpRow: Row = { term: '-h, --help', description: 'show help' };

/** The help of the program. */
export function helpOfProgram(name: string, commands: readonly Command[]): string {
  const options = [{ term: '-v, --version', description: 'show the version' }, helpRow];
  const rows = commands.map(command => ({ term: usageOf(command), description: command.summary }));
  const help = { term: 'help [command]', description: 'Show the help of a command.' };
  const parts = [
    `Usage: ${name} [options] [command]`,
    'Checks joint local plans for health and social care.',
    ...tables({ Options: options, Commands: [...rows, help] }),
    'Each command has its own help with examples: oneplan lint --help',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The help of a command. */
export function helpOfCommand(command: CommandTexts): string {
  const { name, summary, argument, options, examples } = command;
  const usage = ['Usage: oneplan', name, '[options]', ...(argument ? [argument.name] : [])].join(' ');
  const shown = Object.entries(options).map(([option, { takes, values, description }]) => {
    const choices = values ? ` (choices: ${values.map(value => `"${value}"`).join(', ')})` : '';
    const term = takes === undefined ? `--${option}` : `--${option} <${takes}>`;
    return { term, description: `${description}${choices}` };
  });
  const parts = [
    usage,
    summary,
    ...tables({
      ...(argument ? { Arguments: [{ term: wordOf(argument.name), description: argument.description }] } : {}),
      Options: [...shown, helpRow],
    }),
    `Examples:\n${examples.map(({ line, does }) => `  ${line}\n      ${does}`).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The usage line of a command. */
function usageOf({ name, options, argument }: CommandTexts): string {
  const parts = [name, ...(Object.keys(options).length > 0 ? ['[options]'] : []), ...(argument ? [argument.name] : [])];
  return parts.join(' ');
}

/** `path` of `[path...]`. */
function wordOf(name: string): string {
  return name.replace(/[[\]<>.]/g, '');
}

/** Titled tables of two columns; the first column has the same width in all of them. */
function tables(rows: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  const wide = Math.max(...Object.values(rows).flatMap(all => all.map(({ term }) => term.length)));
  return Object.entries(rows).map(([title, all]) => {
    const lines = all.map(({ term, description }) => `  ${term.padEnd(wide)}  ${wrapped(description, wide + 4)}`);
    return `${title}:\n${lines.join('\n')}`;
  });
}

/** `text` wrapped at the width of the page; every line but the first is indented by `indent` spaces. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width - indent)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
