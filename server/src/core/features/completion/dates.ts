/** Days that plans are made of: ends and beginnings of financial years, the framework's last dates, today for what is done. */

import type { Plan } from '../../model/plan';
import type { Framework } from '../../reference/framework';
import type { Shape } from '../../schema/shape';
import { usualPeriod } from '../../start/usual-period';
import { say } from '../../text/say';
import { firstDayOfYear, formatDate, lastDayOfYear } from '../../values/calendar';
import { planFramework } from '../shared/plan-facts';
import { type Completion, type CompletionContext, yearsOf } from './context';

/** The days to propose for a date of `shape`, in their order; none for anything else. */
export function dateCompletions(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  if (schema['x-form'] !== 'date') return [];
  const { analysis, cursor, settings } = context;
  const plan = analysis.document?.kind === 'one-plan' ? analysis.document : undefined;
  const days = new Map<string, string>();
  const add = (day: string | undefined, what: string) => {
    if (day !== undefined && !days.has(day)) days.set(day, what);
  };
  if (isPast(cursor.key)) add(settings.today, 'Today');
  for (const year of yearsOf(analysis)) {
    add(firstDayOfYear(year), say`First day of ${year}`);
    add(lastDayOfYear(year), say`Last day of ${year}`);
  }
  add(plan?.from.value, say`The plan begins`);
  add(plan?.to.value, say`The plan ends`);
  addOfFramework(planFramework(context), plan, cursor.key, add);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, what]) => ({
      label: day,
      kind: 'date',
      detail: `${formatDate(day)} · ${what}`,
      filter: `${day} ${formatDate(day)}`,
      edit: { at: cursor.word, text: day },
      snippet: false,
    }));
}

/** The framework's dates, as far as they are of use: a last date after the plan's end is too late for anything in it. */
function addOfFramework(
  framework: Framework | undefined,
  plan: Plan | undefined,
  key: string | undefined,
  add: (day: string | undefined, what: string) => void,
): void {
  if (!framework) return;
  const { lastDate, shortTitle, fastArea } = framework;
  const end = plan?.to.value;
  const isWithin = (day: string) => end === undefined || day <= end || key === 'to';
  if (lastDate !== 'period' && isWithin(lastDate)) add(lastDate, say`Last date in ${shortTitle}`);
  if (plan?.pace.value === 'fast') add(fastArea?.latest, say`Last date for a fast area`);
  if (end !== undefined && plan?.from.value !== undefined) return;
  const { from, to } = usualPeriod(framework);
  if (key === 'from') add(from, say`Usual first day of a plan`);
  if (key === 'to') add(to, say`Usual last day of a plan`);
}

/** Keys whose date is mostly the day on which somebody writes it. */
function isPast(key: string | undefined): boolean {
  return key === 'done_on' || key === 'on' || key === 'signed' || key === 'date';
}
