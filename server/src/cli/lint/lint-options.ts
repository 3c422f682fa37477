/** The options of `lint`, checked and merged into one object. */
import { type CalendarDate, type FormatName, formatNames, readDate, type Severity } from '../../core/index';
import type { Given, OptionTable } from '../command';
import { UsageError } from '../usage-error';

/** The table of options. */
export const lintTable = {
  format: { takes: 'format', description: 'how to show the findings (may be repeated)', values: formatNames },
  output: { takes: 'file', description: 'write the --format before it into a file' },
  fix: { description: 'put right what is safe to put right' },
  diff: { description: 'show what --fix would change, and write nothing' },
  'max-warnings': { takes: 'number', description: 'fail when there are more warnings than this' },
  'fail-on': {
    takes: 'severity',
    description: 'fail when there is a finding of this weight or more; "error" when it is not given',
    values: ['info', 'warning', 'error'],
  },
  as: {
    takes: 'stage',
    description: '"agreed" judges every plan as if it were agreed: is it ready?',
    values: ['plan', 'agreed'],
  },
  framework: { takes: 'id', description: 'judge every plan by this national framework' },
  today: {
    takes: 'date',
    description: 'the day that counts as today, like 2018-03-31; without it, nothing is overdue',
  },
  config: { takes: 'file', description: 'use this configuration for every plan' },
  baseline: { takes: 'file', description: 'leave out the findings that this file holds' },
  'write-baseline': { description: 'write all present findings into the baseline' },
  quiet: { description: 'show errors only' },
  color: { description: 'always use colours' },
  'no-color': { description: 'never use colours' },
  stats: { description: 'tell how much was read, and how long it took' },
  'stdin-filename': { takes: 'path', description: 'the path that standard input stands for' },
} as const satisfies OptionTable;

type LintArguments = Given<typeof lintTable>;

export interface LintOptions {
  readonly paths: readonly string[];
  /** Each report with its file; none means standard output. */
  readonly reports: readonly { readonly format: FormatName; readonly output: string | undefined }[];
  readonly change: 'nothing' | 'fix' | 'diff';
  readonly maxWarnings: number;
  readonly failOn: Severity;
  readonly as: 'plan' | 'agreed' | undefined;
  readonly framework: string | undefined;
  readonly today: CalendarDate | undefined;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  readonly show: 'everything' | 'errors';
  readonly colour: 'always' | 'never' | 'on a screen';
  readonly stats: boolean;
  readonly inputName: string | undefined;
}

/** The options in `given`. @throws UsageError when they contradict one another. */
export function lintOptions(given: LintArguments): LintOptions {
  const change = given.has('diff') ? 'diff' : given.has('fix') ? 'fix' : 'nothing';
  const options: LintOptions = {
    paths: given.arguments.length > 0 ? given.arguments : ['.'],
    reports: reportsIn(given, change),
    change,
    maxWarnings: maxWarningsIn(given),
    failOn: given.value('fail-on') ?? 'error',
    as: given.value('as'),
    framework: given.value('framework'),
    today: todayIn(given),
    config: given.value('config'),
    baseline: given.value('baseline'),
    writeBaseline: given.has('write-baseline'),
    show: given.has('quiet') ? 'errors' : 'everything',
    colour: colourIn(given),
    stats: given.has('stats'),
    inputName: given.value('stdin-filename'),
  };
  check(options);
  return options;
}

/** The reports with their outputs; the output "-" is standard output. */
function reportsIn(given: LintArguments, change: LintOptions['change']): LintOptions['reports'] {
  const reports = pairsIn(given, change).map(({ format, output }) => ({
    format,
    output: output === '-' ? undefined : output,
  }));
  if (reports.filter(({ output }) => output === undefined).length > 1) {
    throw new UsageError('Only one report can go to standard output. Give the other formats an --output each.');
  }
  const outputs = reports.flatMap(({ output }) => output ?? []);
  if (new Set(outputs).size < outputs.length) {
    throw new UsageError('Two reports would go into one file. Give each its own --output.');
  }
  return reports;
}

/** Pairs `--format` with `--output`, in either order; without either, text to standard output. */
function pairsIn(given: LintArguments, change: LintOptions['change']): LintOptions['reports'] {
  const reports: { format: FormatName; output: string | undefined }[] = [];
  let ahead: string | undefined;
  for (const { name, value } of given.options) {
    const last = reports.at(-1);
    if (name === 'format') {
      reports.push({ format: value, output: ahead });
      ahead = undefined;
    } else if (name === 'output' && last && last.output === undefined) last.output = value;
    else if (name === 'output' && ahead === undefined) ahead = value;
    else if (name === 'output')
      throw new UsageError(`The output "${value}" has no --format. Give one format for each.`);
  }
  if (ahead !== undefined && reports.length > 0) {
    throw new UsageError(`The output "${ahead}" has no --format. Give one format for each.`);
  }
  if (reports.length > 0) return reports;
  // A diff uses standard output itself.
  return change === 'diff' && ahead === undefined ? [] : [{ format: 'text', output: ahead }];
}

function maxWarningsIn(given: LintArguments): number {
  const written = given.value('max-warnings');
  if (written === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError(
    `--max-warnings needs a whole number, and "${written}" is none. Write for example --max-warnings 0.`,
  );
}

function todayIn(given: LintArguments): CalendarDate | undefined {
  const written = given.value('today');
  if (written === undefined) return undefined;
  const reading = readDate(written);
  if ('date' in reading) return reading.date;
  throw new UsageError(
    `--today needs a day, and "${written}" ${reading.fault ?? 'is none'}. Write for example --today 2018-03-31.`,
  );
}

function colourIn(given: LintArguments): LintOptions['colour'] {
  const last = given.options.filter(({ name }) => name === 'color' || name === 'no-color').at(-1);
  return last ? (last.name === 'color' ? 'always' : 'never') : 'on a screen';
}

function check({ paths, change, reports, writeBaseline, inputName }: LintOptions): void {
  const input = paths.includes('-');
  if (input && change === 'fix') throw new UsageError('--fix cannot write to standard input. Use --diff.');
  if (inputName !== undefined && !input) {
    throw new UsageError('--stdin-filename goes with standard input. Give "-" as a path.');
  }
  if (change === 'diff' && reports.some(({ output }) => output === undefined)) {
    throw new UsageError('--diff takes standard output for itself. Give the report an --output.');
  }
  if (writeBaseline && change !== 'nothing') {
    throw new UsageError('--write-baseline goes without --fix and --diff. Run them one after the other.');
  }
}
