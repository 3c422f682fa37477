/** Which frameworks a new plan is proposed under on a given day: first those whose years hold it. */

import { defaultFramework, type Framework, frameworkNamed, shippedFrameworks } from '../reference/framework';
import type { CalendarDate } from '../values/calendar';
import { usualPeriod } from './usual-period';

/** Whether the years that a plan under `framework` is usually for hold `day`. */
export function holdsDay(framework: Framework, day: CalendarDate | undefined): boolean {
  if (day === undefined) return false;
  const { from, to } = usualPeriod(framework);
  return from <= day && day <= to;
}

/**
 * All frameworks in the order in which they are proposed. On a `day` that is known, those whose years hold it stand first,
 * the one that was published last before the others; else, and behind them, the usual one before the rest. `own` are a team's own
 * frameworks: they stand before the national ones in either group.
 */
export function frameworksInOrder(own: readonly Framework[], day: CalendarDate | undefined): readonly Framework[] {
  const ids = new Set(own.map(({ id }) => id));
  const shipped = shippedFrameworks().filter(({ id }) => !ids.has(id));
  const isDefault = ({ id }: Framework) => id === defaultFramework;
  const all = [...own, ...shipped.filter(isDefault), ...shipped.filter(framework => !isDefault(framework))];
  const latest = (a: Framework, b: Framework) => (b.source.date ?? '').localeCompare(a.source.date ?? '');
  const holding = (frameworks: readonly Framework[]) => frameworks.filter(one => holdsDay(one, day)).toSorted(latest);
  return [...holding(own), ...holding(shipped), ...all.filter(framework => !holdsDay(framework, day))];
}

/** The framework that a new plan is proposed under: the first of those whose years hold `day`, or else the one with the id `otherwise`. */
export function proposedFramework(
  own: readonly Framework[],
  day: CalendarDate | undefined,
  otherwise: string = defaultFramework,
): Framework | undefined {
  const [first] = frameworksInOrder(own, day);
  if (first && holdsDay(first, day)) return first;
  return frameworkNamed(otherwise, own) ?? frameworkNamed(defaultFramework, own);
}
