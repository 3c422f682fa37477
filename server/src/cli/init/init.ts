/** `oneplan init`: creates the file of a new plan and prints the next steps. Never overwrites a file. */
import { fileNameFor, findPlace, knownPartners, newPlan, proposedFramework, usualPeriod } from '../../core/index';
import type { ExitStatus, Io } from '../io';
import { UsageError } from '../usage-error';
import { initFromPlan } from './next-year';
import { type ChosenFramework, chosenFramework, type InitOptions, periodOf, surroundingsOf } from './what-is-asked';
import { underWords, writeNew } from './write-new';

/** Makes the plan. @throws UsageError when it cannot be made, or its file is there already. */
export async function init(options: InitOptions, io: Io): Promise<ExitStatus> {
  const { option, output, fromPlan } = options;
  const surroundings = surroundingsOf(options, io);
  if (fromPlan !== undefined) return initFromPlan(fromPlan, options, surroundings, io);
  const { frameworks, today } = surroundings;
  const chosen = chosenFramework(options.framework, proposedFramework(frameworks, today), today, surroundings);
  const { framework } = chosen;
  const period = periodOf(options, usualPeriod(framework));
  const found = findPlace(options.place, period);
  if ('why' in found) throw new UsageError(found.why);
  const text = newPlan({ place: found.place, period, framework, ...(option === undefined ? {} : { option }) });
  const { ended } = knownPartners(found.place, period);
  const words = [underWords(chosen, period), ...whyThis(options, chosen, today), ...ended];
  return writeNew(output ?? fileNameFor(found.place), text, words, io);
}

/** Where the framework was neither named nor chosen by a date: how to start a plan for this year. */
function whyThis(
  { framework }: InitOptions,
  { proposedFor }: ChosenFramework,
  today: string | undefined,
): readonly string[] {
  if (framework !== undefined || proposedFor !== undefined) return [];
  return [
    today === undefined
      ? 'For a plan of this year, say which day it is, like --today 2026-06-01.'
      : `No framework that is known has years that hold ${today}: name one with --framework.`,
  ];
}
