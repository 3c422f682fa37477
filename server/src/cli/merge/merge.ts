/** `oneplan merge`: reads the plan and the old plans, asks what only their author can decide, and writes when nothing is open. */
import { dirname, relative, sep } from 'node:path';
import {
  applyEdits,
  type Merger,
  mergePlans,
  noSettings,
  type OldPlan,
  type OldScheme,
  pendingSchemes,
  readAnswers,
  visible,
} from '../../core/index';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { diffOf } from '../lint/put-right-plans';
import { PlansOfRun } from '../lint/read-plans';
import { UsageError } from '../usage-error';
import { questionsText } from './questions-text';
import { summaryText } from './summary-text';

export interface MergeOptions {
  /** Paths of the old plans. */
  readonly old: readonly string[];
  /** The path of the plan that they are brought into. */
  readonly into: string | undefined;
  /** Answers to what became of old schemes. */
  readonly became: readonly string[];
  /** Paths of old plans of another place that belong here. */
  readonly otherPlaces: readonly string[];
  /** Only shows what would change. */
  readonly diff: boolean;
}

/** Brings the old plans in; 1 when there are questions, 2 when it is refused. @throws UsageError */
export async function merge(options: MergeOptions, io: Io): Promise<ExitStatus> {
  const { into } = options;
  if (into === undefined) throw new UsageError('Say which plan to bring them into, with --into one.plan.yaml.');
  if (options.old.length === 0) throw new UsageError('Name at least one old plan to bring in.');
  const plans = new PlansOfRun(io, () => noSettings);
  const plan = shownPath(io.folder, absolutePath(io.folder, into));
  const old = readAll(plans, plan, options.old, io);
  const { merger, open } = attempt(plans, plan, old, options);
  if (merger.kind === 'refused') {
    for (const why of merger.why) io.tell(`oneplan: ${visible(why)}\n`);
    return 2;
  }
  if (merger.kind === 'asks') {
    io.out(forScreen(questionsText(merger.questions, open, options.old), io));
    return 1;
  }
  const before = plans.readings.get(plan)?.text ?? '';
  const after = applyEdits(before, merger.edits);
  if (options.diff) {
    io.out(await diffOf(after === before ? [] : [{ path: plan, before, after }], io));
    return 0;
  }
  if (after !== before) {
    const replace = () => io.files.replace(plans.rootOf(plan), absolutePath(io.folder, plan), before, after);
    const failed = await io.uninterrupted(replace);
    if (failed) throw new UsageError(`The file "${plan}" ${failed.why}, so it was left as it is. Try again.`);
  }
  io.out(forScreen(summaryText(plan, merger.carried), io));
  return 0;
}

/** Reads everything. @throws UsageError when a file cannot be read or is no plan of its kind. */
function readAll(plans: PlansOfRun, plan: string, written: readonly string[], io: Io): readonly OldPlan[] {
  const paths = [...new Set(written.map(path => shownPath(io.folder, absolutePath(io.folder, path))))];
  plans.read([plan, ...paths]);
  const [complaint] = plans.complaints;
  if (complaint !== undefined) throw new UsageError(complaint);
  if (plans.readings.get(plan)?.kind !== 'text')
    throw new UsageError(`The file "${plan}" is not readable as text. Check it.`);
  return paths.map(uri => oldPlan(plans, plan, uri, io));
}

function oldPlan(plans: PlansOfRun, plan: string, uri: string, io: Io): OldPlan {
  const from = absolutePath(io.folder, plan);
  const path = relative(dirname(from), absolutePath(io.folder, uri)).split(sep).join('/');
  const located = io.files.locate(plans.rootOf(plan), from, path);
  if ('why' in located)
    throw new UsageError(`The file "${uri}" ${located.why}. An old plan lies among the files of the plan.`);
  const analysis = plans.project.analysis(uri);
  const document = analysis?.document;
  if (document?.kind !== 'bcf-plan') {
    throw new UsageError(`The file "${uri}" is no old plan: its first key must be "bcf_plan: 1". Name another.`);
  }
  if (analysis?.reading !== 'whole') {
    throw new UsageError(`The text of "${uri}" has faults. Put them right first: "oneplan lint" lists them.`);
  }
  return { uri, path, plan: document };
}

/** Tries to merge with the answers given. @throws UsageError when there is no plan. */
function attempt(
  { project }: PlansOfRun,
  plan: string,
  old: readonly OldPlan[],
  { became, otherPlaces }: MergeOptions,
): { readonly merger: Merger; readonly open: readonly OldScheme[] } {
  const analysis = project.analysis(plan);
  const around = project.around(plan);
  const document = analysis?.document;
  if (!analysis || document?.kind !== 'one-plan') {
    throw new UsageError(
      `The file "${plan}" is no plan of a place: its first key must be "one_plan: 1". Name another.`,
    );
  }
  const open = old.flatMap(one => pendingSchemes(one, document, around));
  const answers = readAnswers(became, otherPlaces, old, open);
  if ('mistakes' in answers) return { merger: { kind: 'refused', why: answers.mistakes }, open };
  return { merger: mergePlans(analysis, old, around, answers), open };
}

function forScreen(text: string, io: Pick<Io, 'isTerminal'>): string {
  return io.isTerminal() ? text.split('\n').map(visible).join('\n') : text;
}
