/** The inputs of `oneplan init`: today, the framework and the period, each with a default where it is not given. */
import {
  type CalendarDate,
  type Framework,
  frameworkNamed,
  holdsDay,
  type Period,
  readDate,
  shippedFrameworks,
} from '../../core/index';
import type { Io } from '../io';
import { PlansOfRun } from '../lint/plans-of-run';
import { nearestTo } from '../nearest-to';
import { UsageError } from '../usage-error';

export interface InitOptions {
  /** The name or the code of the place. */
  readonly place: string;
  /** The first and the last day, as written. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How the place will commission. */
  readonly option: string | undefined;
  /** The id of the framework. */
  readonly framework: string | undefined;
  /** The day that counts as today, as written. */
  readonly today: string | undefined;
  /** This year's plan, from which next year's is made. */
  readonly fromPlan: string | undefined;
  /** The file to create; "-" prints the plan instead. */
  readonly output: string | undefined;
}

/** What the configuration at the new plan's place says: the team's own frameworks, and the day that counts as today. */
export interface InitHost {
  readonly frameworks: readonly Framework[];
  readonly today: CalendarDate | undefined;
}

export interface ChosenFramework {
  readonly framework: Framework;
  /** The day by which it was proposed, where it was not named. */
  readonly proposedFor: CalendarDate | undefined;
}

/** @throws UsageError when the configuration or the day cannot be read. */
export function surroundingsOf({ output, today: written }: InitOptions, io: Io): InitHost {
  const path = output === undefined || output === '-' ? 'new.plan.yaml' : output;
  const plans = new PlansOfRun(io, {});
  const key = plans.keyOf(path);
  plans.settle(key);
  const { frameworks, today } = plans.workspace.settings(key);
  return { frameworks, today: written === undefined ? today : dayOf('--today', written) };
}

/** The named framework, or the one proposed for `day`. @throws UsageError when the named one is unknown. */
export function chosenFramework(
  named: string | undefined,
  proposed: Framework | undefined,
  day: CalendarDate | undefined,
  { frameworks: own }: InitHost,
): ChosenFramework {
  if (named !== undefined) return { framework: known(named, own), proposedFor: undefined };
  if (!proposed) throw new UsageError('There is no framework to propose. Name one with --framework.');
  return { framework: proposed, proposedFor: holdsDay(proposed, day) ? day : undefined };
}

function known(id: string, own: readonly Framework[]): Framework {
  const framework = frameworkNamed(id, own);
  if (framework) return framework;
  const ids = [...own, ...shippedFrameworks()].map(one => one.id);
  const advice = nearestTo(id, ids) ?? `Write ${ids.map(one => `"${one}"`).join(' or ')}.`;
  throw new UsageError(`There is no framework "${id}". ${advice}`);
}

/** The framework's usual years by default; with one end given, the other keeps the usual distance. */
export function periodOf({ from, to }: InitOptions, usual: Period): Period {
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

/** `day` moved by the number of years from `anchor` to `moved`. */
function inYearsFrom(day: string, anchor: string, moved: string): string {
  const years = Number(moved.slice(0, 4)) - Number(anchor.slice(0, 4));
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function dayOf(option: string, written: string): CalendarDate {
  const reading = readDate(written);
  if ('date' in reading) return reading.date;
  const example = option === '--today' ? '2026-06-01' : '2017-04-01';
  throw new UsageError(`${option} has "${written}", which is no day of the calendar. Write it like ${example}.`);
}
