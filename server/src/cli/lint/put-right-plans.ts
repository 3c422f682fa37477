/**
 * `--fix` and `--diff`: all safe fixes in the plans of a run, computed for all and then written or shown. Plans change
 * by text edits only, and each file is replaced whole or not at all.
 */
import { visible } from '../../core/index';
import type { Io } from '../io';
import type { PlansOfRun } from './plans-of-run';
import { unifiedDiff } from './unified-diff';

/** A changed text, with its path as shown to users. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A changed plan of the run. */
export interface ChangedPlan extends ChangedText {
  readonly key: string;
}

/** The plans among `keys` with safe fixes, with their texts before and after. */
export function fixedPlans(keys: readonly string[], { workspace, shown }: PlansOfRun): readonly ChangedPlan[] {
  return keys.flatMap(key => {
    const after = workspace.fixAll(key);
    return after === undefined ? [] : [{ key, path: shown(key), before: workspace.text(key) ?? '', after }];
  });
}

/** Writes the changed plans one by one; returns complaints on those that could not be written. */
export async function writePlans(
  changed: readonly ChangedPlan[],
  plans: PlansOfRun,
  io: Io,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { key, path, before, after } of changed) {
    const replace = () => io.files.replace(plans.rootPathOf(key), plans.absolute(key), before, after);
    const failed = await io.uninterrupted(replace);
    if (failed) complaints.push(`The file "${path}" ${failed.why}, so it was left as it is.`);
    else {
      plans.workspace.fileChanged(key);
      io.stderr(`Put right: ${visible(path)}\n`);
    }
  }
  plans.settle();
  return complaints;
}

/** The changes as a unified diff; on a terminal, hidden characters are made visible. */
export async function diffOf(changed: readonly ChangedText[], io: Pick<Io, 'isTerminal'>): Promise<string> {
  if (changed.length === 0) return '';
  const patches = await Promise.all(changed.map(({ path, before, after }) => unifiedDiff(path, before, after)));
  const text = patches.join('');
  return io.isTerminal() ? text.split('\n').map(visible).join('\n') : text;
}
