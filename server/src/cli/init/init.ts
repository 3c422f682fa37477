/** `oneplan init`: makes the file of a new plan, and says what to do next. A file that is there is never touched. */
import {
  defaultFramework,
  type Framework,
  fileNameFor,
  findPlace,
  frameworkNamed,
  newPlan,
  type Period,
  readDate,
  shippedFrameworks,
  usualPeriod,
  visible,
} from '../../core/index';
import { absolutePath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { PlansOfRun } from '../lint/plans-of-run';
import { nearestTo } from '../nearest-to';
import { UsageError } from '../usage-error';

export interface InitOptions {
  /** The name or the code of the place. */
  readonly place: string;
  /** The first and the last day, as they were written. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How the place will commission. */
  readonly option: string | undefined;
  /** The id of the framework. */
  readonly framework: string | undefined;
  /** The file to make; "-" shows the plan instead. */
  readonly output: string | undefined;
}

/** Makes the plan. @throws UsageError when it cannot be made, or its file is there already. */
export async function init(options: InitOptions, io: Io): Promise<ExitStatus> {
  const { option, output } = options;
  const framework = frameworkOf(options.framework ?? defaultFramework, ownFrameworks(output, io));
  const period = periodOf(options.from, options.to, framework);
  const found = findPlace(options.place, period);
  if ('why' in found) throw new UsageError(found.why);
  const text = newPlan({ place: found.place, period, framework, ...(option === undefined ? {} : { option }) });
  const path = output ?? fileNameFor(found.place);
  if (path === '-') {
    io.out(text);
    return 0;
  }
  if (!/\.plan\.ya?ml$/.test(path))
    throw new UsageError(`"${path}" is no name for a plan. Let it end in ".plan.yaml".`);
  const absolute = absolutePath(io.folder, path);
  if (io.files.kindOf(absolute) !== 'nothing')
    throw new UsageError(`"${path}" is there already, so nothing was made. Name another file with --output.`);
  const failed = io.files.write(absolute, text);
  if (failed) throw new UsageError(`The file "${path}" ${failed.why}, so nothing was made.`);
  io.tell(`Made ${visible(path)}. "oneplan lint ${visible(path)}" lists what is still to do.\n`);
  return 0;
}

/** The team's own frameworks where the plan will be. */
function ownFrameworks(output: string | undefined, io: Io): readonly Framework[] {
  const path = output === undefined || output === '-' ? 'new.plan.yaml' : output;
  const plans = new PlansOfRun(io, {});
  const key = plans.keyOf(path);
  plans.settle(key);
  return plans.workspace.settings(key).frameworks;
}

function frameworkOf(id: string, own: readonly Framework[]): Framework {
  const framework = frameworkNamed(id, own);
  if (framework) return framework;
  const ids = [...own, ...shippedFrameworks()].map(known => known.id);
  const advice = nearestTo(id, ids) ?? `Write ${ids.map(known => `"${known}"`).join(' or ')}.`;
  throw new UsageError(`There is no framework "${id}". ${advice}`);
}

/** The framework's usual years where nothing is said; with one end given, the other lies as far off as usual. */
function periodOf(from: string | undefined, to: string | undefined, framework: Framework): Period {
  const usual = usualPeriod(framework);
  const first = from === undefined ? undefined : dayOf('--from', from);
  const last = to === undefined ? undefined : dayOf('--to', to);
  const period = {
    from: first ?? (last === undefined ? usual.from : inYearsFrom(usual.from, usual.to, last)),
    to: last ?? (first === undefined ? usual.to : inYearsFrom(usual.to, usual.from, first)),
  };
  if (period.from < period.to) return period;
  throw new UsageError(
    `The plan would end on ${period.to}, before it begins on ${period.from}. Change --from or --to.`,
  );
}

/** `day` moved by as many years as lie between `anchor` and `moved`. */
function inYearsFrom(day: string, anchor: string, moved: string): string {
  const years = Number(moved.slice(0, 4)) - Number(anchor.slice(0, 4));
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function dayOf(option: string, written: string): string {
  const reading = readDate(written);
  if ('date' in reading) return reading.date;
  throw new UsageError(`${option} has "${written}", which is no day of the calendar. Write it like 2017-04-01.`);
}
