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
import { type Given, lastValue } from '../command';
import type { ExitStatus, Io } from '../io';
import { Configurations } from '../lint/configurations';
import { absolutePath } from '../lint/plan-path';
import { nearestTo } from '../nearest-to';
import { UsageError } from '../usage-error';

export async function init(given: Given, io: Io): Promise<ExitStatus> {
  const framework = frameworkOf(lastValue(given, 'framework') ?? defaultFramework, ownFrameworks(given, io));
  const period = periodOf(lastValue(given, 'from'), lastValue(given, 'to'), framework);
  const found = findPlace(given.arguments.join(' '), period);
  if ('why' in found) throw new UsageError(found.why);
  const option = lastValue(given, 'option');
  const text = newPlan({ place: found.place, period, framework, ...(option === undefined ? {} : { option }) });
  const path = lastValue(given, 'output') ?? fileNameFor(found.place);
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
function ownFrameworks(given: Given, io: Io): readonly Framework[] {
  const named = lastValue(given, 'output');
  const path = named === undefined || named === '-' ? 'new.plan.yaml' : named;
  return new Configurations(io, nothingAsked).settings(path).frameworks;
}

const nothingAsked = { config: undefined, as: undefined, framework: undefined, today: undefined, baseline: undefined };

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
