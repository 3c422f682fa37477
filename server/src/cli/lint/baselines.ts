/** Reads and writes the baselines of a run. Paths in a baseline are relative to its folder. */
import { dirname } from 'node:path';
import { readBaseline, writeBaseline } from '../../core/index';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { Io } from '../io';
import { UsageError } from '../usage-error';
import type { FileOfRun, PlansOfRun } from './plans-of-run';

const nothingKnown: ReadonlySet<string> = new Set();

/** The fingerprints in the baseline of a plan. @throws UsageError when the baseline cannot be read. */
export function knownFindings(plans: PlansOfRun, key: string): ReadonlySet<string> {
  const baseline = plans.workspace.baseline(key);
  if (!baseline?.known) return nothingKnown;
  if ('fingerprints' in baseline.known) return baseline.known.fingerprints;
  throw new UsageError(
    `The baseline "${plans.shown(baseline.uri)}" ${baseline.known.why}. Write it with --write-baseline.`,
  );
}

/**
 * Writes all findings of `files` into their baselines; returns what was written, as sentences. Entries of other plans
 * stay while those plans exist; findings that are gone are removed.
 */
export function writeBaselines(
  io: Pick<Io, 'folder' | 'files'>,
  plans: PlansOfRun,
  files: readonly FileOfRun[],
): readonly string[] {
  const byPath = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { key, judgement } of files) {
    const path = plans.baselinePath(key) ?? absolutePath(io.folder, 'oneplan-baseline.json');
    const baseline = byPath.get(path) ?? kept(io, path);
    const fingerprints = new Set(judgement.findings.map(({ fingerprint }) => fingerprint));
    baseline.set(shownPath(dirname(path), plans.absolute(key)), fingerprints);
    byPath.set(path, baseline);
  }
  return [...byPath].map(([path, baseline]) => {
    const shown = shownPath(io.folder, path);
    const failed = io.files.write(path, writeBaseline(baseline));
    if (failed) throw new UsageError(`The baseline "${shown}" ${failed.why}. Give another with --baseline.`);
    const findings = [...baseline.values()].reduce((sum, known) => sum + known.size, 0);
    return `Findings written into the baseline ${shown}: ${findings}.`;
  });
}

/** The entries of the baseline at `path` whose plans still exist; none where it cannot be read. */
function kept(io: Pick<Io, 'folder' | 'files'>, path: string): Map<string, ReadonlySet<string>> {
  const reading = io.files.read(path);
  const baseline = reading.kind === 'text' ? readBaseline(reading.text) : new Map<string, ReadonlySet<string>>();
  if ('why' in baseline) return new Map();
  return new Map([...baseline].filter(([plan]) => io.files.kindOf(absolutePath(dirname(path), plan)) === 'file'));
}
