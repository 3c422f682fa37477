/** A date under the cursor: the day in words, its financial year, and how far it is from the days that count. */

import type { Analysis } from '../../analysis';
import type { ShapedNode } from '../../cursor/nodes-at';
import { defaultFramework, frameworkNamed } from '../../reference/framework';
import type { Settings } from '../../settings';
import type { ScalarNode } from '../../syntax/tree/node';
import { count, english, said, say } from '../../text/say';
import { type CalendarDate, daysBetween, formatDate, readDate, yearOf } from '../../values/calendar';
import type { Fact } from '../shared/fact';
import { factsPart, type Hover } from './hover-part';

export function hoverDate(
  { document }: Analysis,
  { shape }: ShapedNode,
  node: ScalarNode,
  settings: Settings,
): Hover | undefined {
  const reading = shape?.schema['x-form'] === 'date' ? readDate(node.text) : undefined;
  if (!reading || !('date' in reading)) return undefined;
  const { date } = reading;
  const facts: Fact[] = [{ label: say`Financial year`, value: yearOf(date) }];
  if (document?.kind === 'one-plan') {
    const { from, to, framework } = document;
    if (from.value !== undefined) facts.push({ label: say`Start of the plan's period`, value: away(date, from.value) });
    if (to.value !== undefined) facts.push({ label: say`End of the plan's period`, value: away(date, to.value) });
    const judgedBy = frameworkNamed(settings.framework ?? framework.value ?? defaultFramework, settings.frameworks);
    if (judgedBy && judgedBy.lastDate !== 'period')
      facts.push({ label: say`Last date in ${judgedBy.shortTitle}`, value: away(date, judgedBy.lastDate) });
  }
  if (settings.today !== undefined) facts.push({ label: say`Today`, value: away(date, settings.today) });
  return { at: node, title: `${weekdayOf(date)}, ${formatDate(date)}`, parts: factsPart(facts) };
}

/** "31 December 2020, 275 days later": where the other day lies, seen from `date`. */
function away(date: CalendarDate, other: CalendarDate): string {
  const days = daysBetween(date, other);
  if (days === 0) return say`this day`;
  return days > 0
    ? say`${formatDate(other)}, ${count(days, 'day')} later`
    : say`${formatDate(other)}, ${count(-days, 'day')} earlier`;
}

function weekdayOf(date: CalendarDate): string {
  // 1 January 2001 was a Monday.
  const index = ((daysBetween('2001-01-01', date) % 7) + 7) % 7;
  return said(WEEKDAYS[index] ?? '');
}

const WEEKDAYS = [
  english`Monday`,
  english`Tuesday`,
  english`Wednesday`,
  english`Thursday`,
  english`Friday`,
  english`Saturday`,
  english`Sunday`,
];
