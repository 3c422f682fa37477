/** Checks the outputs of a run: no report and no baseline overwrites a plan. */
import { isNamedAsPlan } from '../../files/find-plans';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { Io } from '../io';
import { UsageError } from '../usage-error';

/**
 * Checks where reports and baselines go, whatever the spelling or links of their paths. `read` are the files that the
 * run has read. @throws UsageError where one would overwrite a plan, or another file that was read.
 */
export function checkOutputs(
  reports: readonly string[],
  baselines: readonly string[],
  read: readonly string[],
  { folder, files }: Pick<Io, 'folder' | 'files'>,
): void {
  const isKept = (written: string) => {
    const path = absolutePath(folder, written);
    const named = isNamedAsPlan(path) || isNamedAsPlan(files.realPath(path));
    return named || read.some(other => files.isSame(path, absolutePath(folder, other)));
  };
  for (const output of reports) {
    if (isKept(output))
      throw new UsageError(`The report would take the place of the plan "${output}". Give another --output.`);
  }
  for (const baseline of new Set(baselines)) {
    if (!isKept(baseline)) continue;
    const shown = shownPath(folder, baseline);
    throw new UsageError(`The baseline would take the place of the plan "${shown}". Give another --baseline.`);
  }
}
