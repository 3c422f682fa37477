/** Parses the arguments of a command. Node's `parseArgs` makes the tokens; each error is one line. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { listOr, nearest } from '../core/index';
import type { CommandOption, CommandTexts, Given, GivenOption, OptionTable, ValueOf } from './command';
import { UsageError } from './usage-error';

/** The arguments in `words`; `help` or `version` when they ask for that. @throws UsageError for wrong usage. */
export function readArguments<T extends OptionTable>(
  command: CommandTexts & { readonly options: T },
  words: readonly string[],
): Given<T> | 'help' | 'version' {
  const given: string[] = [];
  const options: GivenOption<T>[] = [];
  let fault: string | undefined;
  for (const token of tokensOf(command, words)) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, index, value } = token;
    if (name === 'help' || name === 'version') return name;
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    const written = rawName.startsWith('--') ? rawName : (words[index] ?? rawName);
    fault ??= option ? faultOfValue(rawName, option, value) : unknownOption(written, Object.keys(command.options));
    // The value has just been checked against the table, which gives its type.
    options.push({ name, value: value ?? true } as GivenOption<T>);
  }
  fault ??= faultOfArguments(given, command);
  if (fault !== undefined) throw new UsageError(`${fault} See "oneplan ${command.name} --help".`);
  return new GivenWords(given, options);
}

class GivenWords<T extends OptionTable> implements Given<T> {
  readonly arguments: readonly string[];

  constructor(
    words: readonly string[],
    readonly options: readonly GivenOption<T>[],
  ) {
    this.arguments = words;
  }

  values<N extends keyof T & string>(name: N): readonly ValueOf<T[N]>[] {
    return this.options.flatMap(option => (option.name === name ? [option.value as ValueOf<T[N]>] : []));
  }

  value<N extends keyof T & string>(name: N): ValueOf<T[N]> | undefined {
    return this.values(name).at(-1);
  }

  has(name: keyof T & string): boolean {
    return this.options.some(option => option.name === name);
  }
}

/** The tokens of `parseArgs`, which keeps their order and knows `--name=value`, `-h` and `--`. */
function tokensOf({ options }: CommandTexts, words: readonly string[]) {
  const known: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
  for (const [name, { takes }] of Object.entries(options)) known[name] = { type: takes ? 'string' : 'boolean' };
  return parseArgs({ args: [...words], options: known, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** The message for an unknown option, written like `--formt`, with the nearest of `names`. */
export function unknownOption(written: string, names: readonly string[]): string {
  const meant = nearest(written.replace(/^-+/, ''), [...names, 'help', 'version']);
  return `There is no option "${written}".${meant === undefined ? '' : ` Write --${meant}.`}`;
}

function faultOfValue(written: string, { takes, values }: CommandOption, value: string | undefined) {
  if (takes === undefined) return value === undefined ? undefined : `${written} takes no value.`;
  if (value === undefined) return `${written} needs a value.`;
  if (!values || values.includes(value)) return undefined;
  const meant = nearest(value, values);
  return `${written} cannot be "${value}". ${meant === undefined ? `Choose ${listOr(values)}.` : `Write "${meant}".`}`;
}

function faultOfArguments(given: readonly string[], { name, argument, examples }: CommandTexts): string | undefined {
  const like = `"${examples[0]?.line ?? `oneplan ${name}`}"`;
  if (given.length === 0 && argument?.name.startsWith('<'))
    return `"${name}" needs ${argument.description}, as in ${like}.`;
  const most = argument === undefined ? 0 : argument.name.includes('...') ? Number.POSITIVE_INFINITY : 1;
  return given.length > most ? `There are too many words after "${name}". Write it like ${like}.` : undefined;
}
