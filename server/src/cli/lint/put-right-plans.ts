/**
 * `--fix` and `--diff`: what can safely be put right in the plans of a run, worked out for all, then written or shown. A
 * plan is changed by text edits alone, and its file replaced whole or left as it is.
 */
import { analyse, everyFinding, type Finding, limits, putRight, type Settings, visible } from '../../core/index';
import { absolutePath } from '../../files/plan-path';
import type { Io } from '../io';
import type { PlansOfRun } from './read-plans';
import { unifiedDiff } from './unified-diff';

export interface ChangedPlan {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The plans among `paths` that can be put right, with their texts before and after. */
export function plansPutRight(
  paths: readonly string[],
  plans: PlansOfRun,
  settings: (plan: string) => Settings,
): readonly ChangedPlan[] {
  return paths.flatMap(path => {
    const reading = plans.readings.get(path);
    if (reading?.kind !== 'text') return [];
    const around = plans.project.around(path);
    const reported = plans.project.judge(path)?.findings ?? [];
    const areAll = reported.length < limits.findings;
    const findingsOf = (text: string): readonly Finding[] =>
      areAll && text === reading.text ? reported : everyFinding(analyse(text), settings(path), around);
    const after = putRight(reading.text, findingsOf);
    return after === reading.text ? [] : [{ path, before: reading.text, after }];
  });
}

/** Writes the changed plans one by one; gives complaints on those that had to be left as they were. */
export async function writePlans(
  changed: readonly ChangedPlan[],
  plans: PlansOfRun,
  io: Io,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { path, before, after } of changed) {
    const replace = () => io.files.replace(plans.rootOf(path), absolutePath(io.folder, path), before, after);
    const failed = await io.uninterrupted(replace);
    if (failed) complaints.push(`The file "${path}" ${failed.why}, so it was left as it is.`);
    else {
      plans.take(path, { kind: 'text', text: after });
      io.tell(`Put right: ${visible(path)}\n`);
    }
  }
  plans.readIncorporated();
  return complaints;
}

/** The changes as a unified diff; on a screen with everything hidden shown. */
export async function diffOf(changed: readonly ChangedPlan[], io: Pick<Io, 'isTerminal'>): Promise<string> {
  if (changed.length === 0) return '';
  const patches = await Promise.all(changed.map(({ path, before, after }) => unifiedDiff(path, before, after)));
  const text = patches.join('');
  return io.isTerminal() ? text.split('\n').map(visible).join('\n') : text;
}
