/** Writes the file of a new plan and reports it. Never overwrites a file. */
import { type Period, visible } from '../../core/index';
import { absolutePath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { UsageError } from '../usage-error';
import type { ChosenFramework } from './what-is-asked';

/** Writes a new plan to `path`, or prints it, and then prints `words`. @throws UsageError where it cannot. */
export function writeNew(path: string, text: string, words: readonly string[], io: Io): ExitStatus {
  const told = words.map(sentence => `${visible(sentence)}\n`).join('');
  if (path === '-') {
    io.stdout(text);
    io.stderr(told);
    return 0;
  }
  if (!/\.plan\.ya?ml$/.test(path))
    throw new UsageError(`"${path}" is no name for a plan. Let it end in ".plan.yaml".`);
  const absolute = absolutePath(io.folder, path);
  if (io.files.kindOf(absolute) !== 'nothing')
    throw new UsageError(`"${path}" is there already, so nothing was made. Name another file with --output.`);
  const failed = io.files.write(absolute, text);
  if (failed) throw new UsageError(`The file "${path}" ${failed.why}, so nothing was made.`);
  io.stderr(`Made ${visible(path)}. "oneplan lint ${visible(path)}" lists what is still to do.\n${told}`);
  return 0;
}

/** The years and framework of the plan, and whether they follow from a date. */
export function underWords({ framework, proposedFor }: ChosenFramework, { from, to }: Period): string {
  const because = proposedFor === undefined ? '' : `, whose years hold ${proposedFor}`;
  return `It is for ${from} to ${to}, under ${framework.shortTitle}${because}.`;
}
