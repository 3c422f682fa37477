/** `oneplan init --from-plan`: next year's plan from this year's, and the report on what was changed. */
import { basename } from 'node:path';
import { type NextPlan, nextYears, visible } from '../../core/index';
import type { ExitStatus, Io } from '../io';
import { PlansOfRun } from '../lint/plans-of-run';
import { UsageError } from '../usage-error';
import { chosenFramework, type InitHost, type InitOptions, periodOf } from './what-is-asked';
import { underWords, writeNew } from './write-new';

/**
 * Makes next year's plan from the plan at `path`. @throws UsageError when it cannot be read, or no plan can be made
 * from it.
 */
export function initFromPlan(path: string, options: InitOptions, surroundings: InitHost, io: Io): ExitStatus {
  const plans = new PlansOfRun(io, { configuration: null });
  const key = plans.keyOf(path);
  plans.read([key]);
  const [complaint] = plans.complaints;
  if (complaint !== undefined) throw new UsageError(complaint);
  if (plans.workspace.isUnreadable(key)) throw new UsageError(`The file "${path}" is not readable as text. Check it.`);
  if (options.option !== undefined)
    throw new UsageError('--option goes without --from-plan: the option of the plan is carried over.');
  const proposed = plans.workspace.proposedNext(key, surroundings.frameworks, surroundings.today);
  if (!proposed)
    throw new UsageError(`The file "${path}" is no plan: its first key must be "one_plan: 1". Name another.`);
  const chosen = chosenFramework(options.framework, proposed.framework, proposed.day, surroundings);
  const period = periodOf(options, nextYears(chosen.framework, proposed));
  const { place } = options;
  const asked = { place, framework: chosen.framework, period, from: visible(basename(path)) };
  const made = plans.workspace.nextPlan(key, asked) ?? { why: '' };
  if ('why' in made) throw new UsageError(`${path}: ${made.why}`);
  if ('places' in made) throw new UsageError(`${path}: its place is several now. Name one of them.`);
  const words = [underWords(chosen, period), ...accountWords(made)];
  return writeNew(options.output ?? made.fileName, made.text, words, io);
}

/** One line each for what was left out, changed or needs another look. */
function accountWords({ account: { leftOut, changed, readAgain }, supersede }: NextPlan): readonly string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map(line => `  ${line}`)];
  return [
    ...part('Left out:', leftOut),
    ...part('Changed:', changed),
    ...part('To read again:', readAgain),
    ...(supersede === undefined ? [] : [supersede.why]),
  ];
}
