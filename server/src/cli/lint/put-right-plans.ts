/**
 * `--fix` and `--diff`: what can safely be put right in the plans of a run, worked out for all, then written or shown. A
 * plan is changed by text edits alone, and its file replaced whole or left as it is.
 */
import { visible } from '../../core/index';
import type { Io } from '../io';
import type { PlansOfRun } from './plans-of-run';
import { unifiedDiff } from './unified-diff';

/** A text that is to change, by the path that people know it by. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The same of a plan of the run. */
export interface ChangedPlan extends ChangedText {
  readonly key: string;
}

/** The plans among `keys` that can be put right, with their texts before and after. */
export function plansPutRight(keys: readonly string[], { workspace, shown }: PlansOfRun): readonly ChangedPlan[] {
  return keys.flatMap(key => {
    const after = workspace.fixAll(key);
    return after === undefined ? [] : [{ key, path: shown(key), before: workspace.text(key) ?? '', after }];
  });
}

/** Writes the changed plans one by one; gives complaints on those that had to be left as they were. */
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
      io.tell(`Put right: ${visible(path)}\n`);
    }
  }
  plans.settle();
  return complaints;
}

/** The changes as a unified diff; on a screen with everything hidden shown. */
export async function diffOf(changed: readonly ChangedText[], io: Pick<Io, 'isTerminal'>): Promise<string> {
  if (changed.length === 0) return '';
  const patches = await Promise.all(changed.map(({ path, before, after }) => unifiedDiff(path, before, after)));
  const text = patches.join('');
  return io.isTerminal() ? text.split('\n').map(visible).join('\n') : text;
}
