/** `oneplan lint`: finds the plans, judges them, applies fixes where asked to, and reports. */
import { dirname } from 'node:path';
import {
  dataAttribution,
  dataVersion,
  failuresIn,
  fileReportOf,
  formatReport,
  frameworkNamed,
  type JudgedFile,
  listOr,
  pageOf,
  type Report,
  reportOf,
  shippedFrameworks,
  visible,
} from '../../core/index';
import { findPlans } from '../../files/find-plans';
import { absolutePath } from '../../files/plan-path';
import type { Overrides } from '../../workspace/configurations';
import { keyOfPath } from '../../workspace/uri';
import type { ExitStatus, Io } from '../io';
import { nearestTo } from '../nearest-to';
import { paletteFor } from '../palette';
import { UsageError } from '../usage-error';
import { knownFindings, writeBaselines } from './baselines';
import type { LintOptions } from './lint-options';
import { checkOutputs } from './outputs';
import { type FileOfRun, PlansOfRun } from './plans-of-run';
import { diffOf, fixedPlans, writePlans } from './put-right-plans';
import { Stopwatch } from './stopwatch';

/** The path of standard input without a file name. */
const noName = 'stdin.plan.yaml';

export async function lint(options: LintOptions, io: Io): Promise<ExitStatus> {
  const watch = new Stopwatch(io);
  const found = await findPlans(options.paths, io.folder, io.files);
  const plans = new PlansOfRun(io, overridesOf(options, io.folder));
  const named = found.plans.map(path => plans.keyOf(path));
  const input = found.standardInput ? takeInput(options, plans, io) : [];
  plans.read(named);
  const targets = [...withoutIgnored(named, options, plans, io), ...input];
  checkFramework(options.framework, [...named, ...input], plans);
  checkOutputs(
    options.reports.flatMap(({ output }) => output ?? []),
    options.writeBaseline ? targets.flatMap(key => plans.baselinePath(key) ?? []) : [],
    plans.filesRead(),
    io,
  );
  watch.lap('read');
  const complaints = [...found.complaints, ...plans.complaints, ...(await change(targets, plans, options, io))];
  const files = plans.judged();
  watch.lap('checked');
  for (const complaint of complaints) io.stderr(`oneplan: ${visible(complaint)}\n`);
  tellCrashes(files, io);
  if (options.writeBaseline) {
    for (const line of writeBaselines(io, plans, files)) io.stderr(`${visible(line)}\n`);
    return complaints.length > 0 ? 2 : 0;
  }
  const faulty = faultySettings([...named, ...input], plans);
  // Where nothing was found to check, the error is the whole output.
  if (complaints.length > 0 && files.length + faulty.length === 0) return 2;
  const whole = report([...files, ...faulty], 'everything', options, plans, io);
  const shown = options.show === 'everything' ? whole : report([...files, ...faulty], 'errors', options, plans, io);
  await publish(shown, options, io);
  watch.lap('reported');
  if (options.stats) io.stderr(watch.summary(files));
  const isBad = faulty.some(({ judgement }) => judgement.findings.some(({ severity }) => severity === 'error'));
  if (complaints.length > 0 || isBad) return 2;
  return failuresIn(whole) > 0 ? 1 : 0;
}

/** The options that override every configuration. */
function overridesOf({ as, today, framework, baseline, config }: LintOptions, folder: string): Overrides {
  const keyOf = (path: string | undefined) => (path === undefined ? undefined : keyOfPath(absolutePath(folder, path)));
  return { as, today, framework, baseline: keyOf(baseline), configuration: keyOf(config) };
}

function withoutIgnored(
  found: readonly string[],
  { paths }: LintOptions,
  { workspace, keyOf, shown }: PlansOfRun,
  io: Io,
): readonly string[] {
  const named = new Set(paths.map(keyOf));
  return found.filter(key => {
    const isIgnored = workspace.ignores(key);
    if (isIgnored && named.has(key)) io.stderr(`${visible(shown(key))} is passed over, as the configuration says.\n`);
    return !isIgnored;
  });
}

function takeInput({ inputName = noName }: LintOptions, plans: PlansOfRun, io: Io): readonly string[] {
  const key = plans.keyOf(inputName);
  plans.take(key, io.readInput());
  return [key];
}

/** @throws UsageError when the run names an unknown framework. */
function checkFramework(id: string | undefined, keys: readonly string[], { workspace }: PlansOfRun): void {
  const own = [...new Set(keys.map(key => workspace.settings(key).frameworks))].flat();
  if (id === undefined || frameworkNamed(id, own)) return;
  const known = [...own, ...shippedFrameworks()].map(framework => framework.id);
  throw new UsageError(`There is no framework "${id}". ${nearestTo(id, known) ?? `Choose ${listOr(known)}.`}`);
}

async function change(
  targets: readonly string[],
  plans: PlansOfRun,
  options: LintOptions,
  io: Io,
): Promise<readonly string[]> {
  if (options.change === 'nothing') return [];
  if (options.change === 'fix') for (const key of targets) io.files.tidy(dirname(plans.absolute(key)));
  const changed = fixedPlans(targets, plans);
  if (options.change === 'fix') return writePlans(changed, plans, io);
  if (changed.length === 0) io.stderr('Nothing can be put right without your judgement.\n');
  io.stdout(await diffOf(changed, io));
  return [];
}

/** Configurations and framework files with faults, as files of the report. */
function faultySettings(keys: readonly string[], { workspace, shown }: PlansOfRun): readonly FileOfRun[] {
  const files = new Set([...keys, ...workspace.uris()].flatMap(key => workspace.settingsFiles(key)));
  return [...files].flatMap(key => {
    const file = workspace.settingsFile(key);
    if (!file || file.judgement.findings.length === 0) return [];
    return [{ key, path: shown(key), text: file.text, judgement: file.judgement, document: undefined }];
  });
}

function report(
  files: readonly FileOfRun[],
  show: LintOptions['show'],
  limits: LintOptions,
  plans: PlansOfRun,
  io: Io,
): Report {
  const texts = new Map(files.map(({ key, path, text }) => [key, { path, text }]));
  const reports = files.map(file =>
    fileReportOf(file, {
      other: key => texts.get(key),
      known: knownFindings(plans, file.key),
      show,
      readiness: file.document && plans.workspace.settings(file.key).as === 'agreed' ? 'told' : 'not told',
    }),
  );
  return reportOf(io.tool, { version: dataVersion, attribution: dataAttribution }, reports, pageOf, limits);
}

async function publish(report: Report, { reports, colour }: LintOptions, io: Io): Promise<void> {
  for (const { format, output } of reports) {
    const text = formatReport(format, report, await paletteFor(output === undefined ? colour : 'never', io));
    if (output === undefined) {
      io.stdout(text);
      continue;
    }
    const failed = io.files.write(absolutePath(io.folder, output), text);
    if (failed) throw new UsageError(`The file "${output}" ${failed.why}. Give another --output.`);
  }
}

/** A rule that crashed is a finding; its stack goes to standard error for whoever mends it. */
function tellCrashes(files: readonly JudgedFile[], io: Io): void {
  for (const { path, judgement } of files) {
    for (const { rule, error } of judgement.crashes) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr(`${visible(path)}: ${rule}: ${said.split('\n').map(visible).join('\n')}\n`);
    }
  }
}
