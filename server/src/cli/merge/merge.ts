/**
 * `oneplan merge`: reads the plan and the old plans, prints the questions that only the author can decide, and writes
 * the plan when none is open.
 */
import { dirname } from 'node:path';
import { applyEdits, type OldPlan, visible } from '../../core/index';
import { shownPath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { PlansOfRun } from '../lint/plans-of-run';
import { diffOf } from '../lint/put-right-plans';
import { UsageError } from '../usage-error';
import { questionsText } from './questions-text';
import { summaryText } from './summary-text';

export interface MergeOptions {
  /** Paths of the old plans. */
  readonly old: readonly string[];
  /** The path of the plan that incorporates them. */
  readonly into: string | undefined;
  /** Answers on what became of old schemes. */
  readonly became: readonly string[];
  /** Paths of old plans of another place that belong here. */
  readonly otherPlaces: readonly string[];
  /** Only shows what would change. */
  readonly diff: boolean;
}

/** Incorporates the old plans; returns 1 while questions are open, 2 when it is refused. @throws UsageError */
export async function merge(options: MergeOptions, io: Io): Promise<ExitStatus> {
  const { into } = options;
  if (into === undefined) throw new UsageError('Say which plan to bring them into, with --into one.plan.yaml.');
  if (options.old.length === 0) throw new UsageError('Name at least one old plan to bring in.');
  const plans = new PlansOfRun(io, { configuration: null });
  const key = plans.keyOf(into);
  const plan = plans.shown(key);
  const old = readAll(plans, key, options.old, io);
  const step = plans.workspace.merge(key, old, options.became, options.otherPlaces);
  if (!step) {
    throw new UsageError(
      `The file "${plan}" is no plan of a place: its first key must be "one_plan: 1". Name another.`,
    );
  }
  const { merger, open } = step;
  if (merger.kind === 'refused') {
    for (const why of merger.why) io.stderr(`oneplan: ${visible(why)}\n`);
    return 2;
  }
  if (merger.kind === 'asks') {
    io.stdout(forScreen(questionsText(merger.questions, open, options.old), io));
    return 1;
  }
  const before = plans.workspace.text(key) ?? '';
  const after = applyEdits(before, merger.edits);
  if (options.diff) {
    io.stdout(await diffOf(after === before ? [] : [{ path: plan, before, after }], io));
    return 0;
  }
  if (after !== before) {
    const replace = () => io.files.replace(plans.rootPathOf(key), plans.absolute(key), before, after);
    const failed = await io.uninterrupted(replace);
    if (failed) throw new UsageError(`The file "${plan}" ${failed.why}, so it was left as it is. Try again.`);
  }
  io.stdout(forScreen(summaryText(plan, merger.carried), io));
  return 0;
}

/** Reads all files. @throws UsageError when one cannot be read or is no plan of its kind. */
function readAll(plans: PlansOfRun, key: string, written: readonly string[], io: Io): readonly OldPlan[] {
  const keys = [...new Set(written.map(plans.keyOf))];
  plans.read([key, ...keys]);
  const [complaint] = plans.complaints;
  if (complaint !== undefined) throw new UsageError(complaint);
  if (plans.workspace.isUnreadable(key))
    throw new UsageError(`The file "${plans.shown(key)}" is not readable as text. Check it.`);
  return keys.map(uri => oldPlan(plans, key, uri, io));
}

function oldPlan(plans: PlansOfRun, key: string, uri: string, io: Io): OldPlan {
  const from = plans.absolute(key);
  const path = shownPath(dirname(from), plans.absolute(uri));
  const shown = plans.shown(uri);
  const located = io.files.locate(plans.rootPathOf(key), from, path);
  if ('why' in located)
    throw new UsageError(`The file "${shown}" ${located.why}. An old plan lies among the files of the plan.`);
  const analysis = plans.workspace.analysis(uri);
  const document = analysis?.document;
  if (document?.kind !== 'bcf-plan') {
    throw new UsageError(`The file "${shown}" is no old plan: its first key must be "bcf_plan: 1". Name another.`);
  }
  if (analysis?.reading !== 'whole') {
    throw new UsageError(`The text of "${shown}" has faults. Put them right first: "oneplan lint" lists them.`);
  }
  return { uri, path, plan: document };
}

function forScreen(text: string, io: Pick<Io, 'isTerminal'>): string {
  return io.isTerminal() ? text.split('\n').map(visible).join('\n') : text;
}
