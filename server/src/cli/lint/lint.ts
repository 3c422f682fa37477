/** `oneplan lint`: finds the plans, judges them, puts right what was asked for, and reports. */
import { dirname } from 'node:path';
import {
  dataAttribution,
  dataVersion,
  fileReportOf,
  formatReport,
  type JudgedFile,
  pageOf,
  type Report,
  reportOf,
  visible,
} from '../../core/index';
import { findPlans } from '../../files/find-plans';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { paletteFor } from '../palette';
import { UsageError } from '../usage-error';
import { knownFindings, writeBaselines } from './baselines';
import { Configurations } from './configurations';
import type { LintOptions } from './lint-options';
import { checkOutputs } from './outputs';
import { diffOf, plansPutRight, writePlans } from './put-right-plans';
import { PlansOfRun } from './read-plans';
import { Stopwatch } from './stopwatch';

/** The path of standard input that stands for no file. */
const noName = 'stdin.plan.yaml';

export async function lint(options: LintOptions, io: Io): Promise<ExitStatus> {
  const watch = new Stopwatch(io);
  const found = await findPlans(options.paths, io.folder, io.files);
  const configurations = new Configurations(io, options);
  const paths = await withoutIgnored(found.plans, options, configurations, io);
  const plans = new PlansOfRun(io, plan => configurations.settings(plan));
  const input = found.standardInput ? takeInput(options, plans, io) : [];
  plans.read(paths);
  const targets = [...paths, ...input];
  // Settings are asked for once, so that wrong usage is told before anything is written.
  for (const path of targets) configurations.settings(path);
  configurations.checkFramework();
  checkOutputs(
    options.reports.flatMap(({ output }) => output ?? []),
    options.writeBaseline ? targets.flatMap(target => configurations.baseline(target) ?? []) : [],
    [...plans.readings.keys(), ...configurations.paths()],
    io,
  );
  watch.lap('read');
  const complaints = [
    ...found.complaints,
    ...plans.complaints,
    ...(await change(targets, plans, configurations, options, io)),
  ];
  const files = plans.judged();
  watch.lap('checked');
  for (const complaint of complaints) io.tell(`oneplan: ${visible(complaint)}\n`);
  tellCrashes(files, io);
  if (options.writeBaseline) {
    for (const line of writeBaselines(io, files, plan => configurations.baseline(plan))) io.tell(`${visible(line)}\n`);
    return complaints.length > 0 ? 2 : 0;
  }
  const faulty = configurations.faulty();
  // Of a run that found nothing to check the error is all there is to say.
  if (complaints.length > 0 && files.length + faulty.length === 0) return 2;
  const whole = report([...files, ...faulty], 'everything', configurations, io);
  const shown = options.show === 'everything' ? whole : report([...files, ...faulty], 'errors', configurations, io);
  await publish(shown, options, io);
  watch.lap('reported');
  if (options.stats) io.tell(watch.summary(files));
  const isBad = faulty.some(({ judgement }) => judgement.findings.some(({ severity }) => severity === 'error'));
  if (complaints.length > 0 || isBad) return 2;
  return whole.summary.errors > 0 || whole.summary.warnings > options.maxWarnings ? 1 : 0;
}

async function withoutIgnored(
  found: readonly string[],
  { paths }: LintOptions,
  configurations: Configurations,
  io: Io,
): Promise<readonly string[]> {
  const named = new Set(paths.map(path => shownPath(io.folder, absolutePath(io.folder, path))));
  const kept: string[] = [];
  for (const path of found) {
    if (!(await configurations.ignores(path))) kept.push(path);
    else if (named.has(path)) io.tell(`${visible(path)} is passed over, as the configuration says.\n`);
  }
  return kept;
}

function takeInput({ inputName }: LintOptions, plans: PlansOfRun, io: Io): readonly string[] {
  const path = inputName === undefined ? noName : shownPath(io.folder, absolutePath(io.folder, inputName));
  plans.take(path, io.readInput());
  return [path];
}

async function change(
  targets: readonly string[],
  plans: PlansOfRun,
  configurations: Configurations,
  options: LintOptions,
  io: Io,
): Promise<readonly string[]> {
  if (options.change === 'nothing') return [];
  if (options.change === 'fix') {
    for (const path of targets) io.files.tidy(dirname(absolutePath(io.folder, path)));
  }
  const changed = plansPutRight(targets, plans, plan => configurations.settings(plan));
  if (options.change === 'fix') return writePlans(changed, plans, io);
  if (changed.length === 0) io.tell('Nothing can be put right without your judgement.\n');
  io.out(await diffOf(changed, io));
  return [];
}

function report(
  files: readonly JudgedFile[],
  show: LintOptions['show'],
  configurations: Configurations,
  io: Io,
): Report {
  const texts = new Map(files.map(({ path, text }) => [path, { path, text }]));
  const known = knownFindings(io, plan => configurations.baseline(plan));
  const reports = files.map(file =>
    fileReportOf(file, {
      other: path => texts.get(path),
      known: known(file.path),
      show,
      readiness: file.document && configurations.settings(file.path).as === 'agreed' ? 'told' : 'not told',
    }),
  );
  return reportOf(io.tool, { version: dataVersion, attribution: dataAttribution }, reports, pageOf);
}

async function publish(report: Report, { reports, colour }: LintOptions, io: Io): Promise<void> {
  for (const { format, output } of reports) {
    const text = formatReport(format, report, await paletteFor(output === undefined ? colour : 'never', io));
    if (output === undefined) {
      io.out(text);
      continue;
    }
    const failed = io.files.write(absolutePath(io.folder, output), text);
    if (failed) throw new UsageError(`The file "${output}" ${failed.why}. Give another --output.`);
  }
}

/** A rule that crashed is a finding; what it threw is for those who mend it. */
function tellCrashes(files: readonly JudgedFile[], io: Io): void {
  for (const { path, judgement } of files) {
    for (const { rule, error } of judgement.crashes) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.tell(`${visible(path)}: ${rule}: ${said.split('\n').map(visible).join('\n')}\n`);
    }
  }
}
