/** The framework and the years that are proposed for next year's plan. */
import type { Analysis } from '../../analysis';
import type { Framework } from '../../reference/framework';
import { addDays, type CalendarDate, firstDayOfYear, lastDayOfYear, yearOf } from '../../values/calendar';
import { frameworksInOrder, holdsDay, proposedFramework } from '../frameworks-of-day';
import type { StartingFramework } from '../starting-choices';
import { type Period, usualPeriod } from '../usual-period';

/** What is proposed: the framework, for the day after the plan's last or for `today` where that is later. */
export interface ProposedNext {
  readonly framework: Framework | undefined;
  /** `undefined` where neither day is known. */
  readonly day: CalendarDate | undefined;
}

/** The framework whose years hold the day, or else that of the plan itself; `own` are a team's own frameworks. */
export function proposedNext(
  { document }: Analysis,
  own: readonly Framework[],
  today: CalendarDate | undefined,
): ProposedNext {
  const plan = document?.kind === 'one-plan' ? document : undefined;
  const next = plan?.to.value === undefined ? undefined : addDays(plan.to.value, 1);
  const day = next !== undefined && (today === undefined || today < next) ? next : today;
  return { framework: proposedFramework(own, day, plan?.framework.value), day };
}

/**
 * The years of a plan under `framework`: its usual ones, or the financial year of the day where these are over by then. A
 * framework that was not proposed, and whose last date is past by that day, is wanted for its own years.
 */
export function nextYears(framework: Framework, { framework: proposed, day }: ProposedNext): Period {
  const usual = usualPeriod(framework);
  if (day === undefined || usual.to >= day) return usual;
  const isOver = framework.lastDate !== 'period' && framework.lastDate < day;
  if (isOver && framework.id !== proposed?.id) return usual;
  const year = yearOf(day);
  return { from: firstDayOfYear(year), to: lastDayOfYear(year) };
}

/** All frameworks for an editor to ask, the proposed one first, each with the years that follow on the plan. */
export function nextChoices(
  analysis: Analysis,
  own: readonly Framework[],
  today: CalendarDate | undefined,
): readonly StartingFramework[] {
  const proposed = proposedNext(analysis, own, today);
  const { framework: first, day } = proposed;
  const all = frameworksInOrder(own, day);
  const ordered = first ? [first, ...all.filter(({ id }) => id !== first.id)] : all;
  return ordered.map(framework => ({
    id: framework.id,
    title: framework.title,
    shortTitle: framework.shortTitle,
    period: nextYears(framework, proposed),
    holdsDay: holdsDay(framework, day),
    options: framework.options.values,
  }));
}
