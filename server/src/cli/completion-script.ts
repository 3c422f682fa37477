/** Completion scripts for shells, generated from the table of commands; they call only the shell's own functions. */
import { ruleIds } from '../core/index';
import type { CommandOption, CommandTexts } from './command';

/** The script for `shell`, ready to be sourced. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish', commands: readonly CommandTexts[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
  }
}

function bash(commands: readonly CommandTexts[]): string {
  const cases = commands.map(command => {
    const values = valued(command).map(([name, option]) => {
      const words = option.values
        ? `COMPREPLY=($(compgen -W "${option.values.join(' ')}" -- "$word"))`
        : 'COMPREPLY=($(compgen -f -- "$word"))';
      return `        --${name}) ${words}; return ;;`;
    });
    const words = argumentWords(command);
    const rest = words
      ? `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word"))`
      : 'COMPREPLY=($(compgen -f -- "$word"))';
    return [
      `    ${command.name})`,
      ...(values.length > 0 ? ['      case "$before" in', ...values, '      esac'] : []),
      `      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${optionWords(command).join(' ')}" -- "$word")); return; fi`,
      `      ${rest} ;;`,
    ].join('\n');
  });
  return `# Completion of oneplan for bash.
_oneplan() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -F _oneplan oneplan
`;
}

function zsh(commands: readonly CommandTexts[]): string {
  const cases = commands.map(command => {
    const options = Object.entries(command.options).map(
      ([name, option]) => `        ${quoted(`*--${name}[${zshText(option.description)}]${zshValue(name, option)}`)} \\`,
    );
    const words = argumentWords(command);
    const rest = words ? `*:${command.name}:(${words.join(' ')})` : '*:file:_files';
    return [`    ${command.name})`, '      _arguments \\', ...options, `        ${quoted(rest)} ;;`].join('\n');
  });
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${zshText(summary)}`)}`);
  return `#compdef oneplan
# Completion of oneplan for zsh.
_oneplan() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _oneplan oneplan
`;
}

function zshValue(name: string, { takes, values }: CommandOption): string {
  if (takes === undefined) return '';
  return values ? `:${name}:(${values.join(' ')})` : `:${name}:_files`;
}

function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function fish(commands: readonly CommandTexts[]): string {
  const lines = commands.flatMap(command => {
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    const options = Object.entries(command.options).map(([name, { takes, values, description }]) => {
      const value = takes === undefined ? '' : values ? ` -x -a ${quoted(values.join(' '))}` : ' -r';
      return `complete -c oneplan ${when} -l ${name}${value} -d ${quoted(description)}`;
    });
    const words = argumentWords(command);
    return [
      `complete -c oneplan -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...options,
      ...(words ? [`complete -c oneplan ${when} -f -a ${quoted(words.join(' '))}`] : []),
    ];
  });
  return `# Completion of oneplan for fish.\n${lines.join('\n')}\n`;
}

/** The allowed words of the argument; `undefined` where it is a path. */
function argumentWords({ argument }: CommandTexts): readonly string[] | undefined {
  if (!argument) return [];
  if (argument.completes === 'paths') return undefined;
  return argument.completes === 'rules' ? [...ruleIds()].sort() : argument.completes;
}

/** The options that take a value. */
function valued({ options }: CommandTexts): readonly (readonly [string, CommandOption])[] {
  return Object.entries(options).filter(([, { takes }]) => takes !== undefined);
}

function optionWords({ options }: CommandTexts): readonly string[] {
  return [...Object.keys(options).map(name => `--${name}`), '--help'];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
