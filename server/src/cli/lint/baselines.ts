/** The baselines of a run: read before the report, or written from it. Paths in a baseline start from its own folder. */
import { dirname } from 'node:path';
import { type Baseline, type JudgedFile, readBaseline, writeBaseline } from '../../core/index';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { Io } from '../io';
import { UsageError } from '../usage-error';

type Around = Pick<Io, 'folder' | 'files'>;

const nothingKnown: ReadonlySet<string> = new Set();

/** The fingerprints known for a plan. @throws UsageError when the baseline cannot be read. */
export function knownFindings(
  io: Around,
  baselineOf: (plan: string) => string | undefined,
): (plan: string) => ReadonlySet<string> {
  const read = new Map<string, Baseline>();
  return plan => {
    const path = baselineOf(plan);
    if (path === undefined) return nothingKnown;
    const baseline = read.get(path) ?? readAt(io, path);
    read.set(path, baseline);
    return baseline.get(keyOf(io, path, plan)) ?? nothingKnown;
  };
}

/**
 * Writes all findings of `files` into their baselines; gives what was written, as sentences. What a baseline holds of other
 * plans stays, as long as these are there; what is not found any more goes.
 */
export function writeBaselines(
  io: Around,
  files: readonly JudgedFile[],
  baselineOf: (plan: string) => string | undefined,
): readonly string[] {
  const byPath = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { path: plan, judgement } of files) {
    const path = baselineOf(plan) ?? absolutePath(io.folder, 'oneplan-baseline.json');
    const baseline = byPath.get(path) ?? kept(io, path);
    baseline.set(keyOf(io, path, plan), new Set(judgement.findings.map(({ fingerprint }) => fingerprint)));
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

/** What the baseline at `path` holds of plans that are still there; nothing where it cannot be read. */
function kept(io: Around, path: string): Map<string, ReadonlySet<string>> {
  const reading = io.files.read(path);
  const baseline = reading.kind === 'text' ? readBaseline(reading.text) : new Map<string, ReadonlySet<string>>();
  if ('why' in baseline) return new Map();
  return new Map([...baseline].filter(([plan]) => io.files.kindOf(absolutePath(dirname(path), plan)) === 'file'));
}

function readAt(io: Around, path: string): Baseline {
  const shown = shownPath(io.folder, path);
  const reading = io.files.read(path);
  const why =
    reading.kind === 'unreadable' ? reading.why : reading.kind === 'fault' ? 'is not readable as text' : undefined;
  const baseline = reading.kind === 'text' ? readBaseline(reading.text) : { why: why ?? '' };
  if ('why' in baseline) {
    throw new UsageError(`The baseline "${shown}" ${baseline.why}. Write it with --write-baseline.`);
  }
  return baseline;
}

function keyOf({ folder }: Around, baseline: string, plan: string): string {
  return shownPath(dirname(baseline), absolutePath(folder, plan));
}
