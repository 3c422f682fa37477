/**
 * A baseline: the findings that a team knows of and lives with for now, by file and fingerprint, so that only new ones are
 * reported. It holds no lines, so it survives reordering.
 */

/** Known fingerprints by path, from the folder of the baseline, with `/`. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** The baseline that `text` holds, or why it holds none, to follow "The baseline". */
export function readBaseline(text: string): Baseline | { readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: 'is not JSON' };
  }
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['findings'])) {
    return { why: 'is not one that "--write-baseline" has written' };
  }
  const known = new Map<string, ReadonlySet<string>>();
  for (const [path, fingerprints] of Object.entries(value['findings'])) {
    if (!Array.isArray(fingerprints)) return { why: `has no list for "${path}"` };
    known.set(path, new Set(fingerprints.filter(fingerprint => typeof fingerprint === 'string')));
  }
  return known;
}

/** The text of `baseline`, the same for the same findings. */
export function writeBaseline(baseline: Baseline): string {
  const paths = [...baseline].filter(([, fingerprints]) => fingerprints.size > 0).sort(([a], [b]) => compare(a, b));
  const findings = Object.fromEntries(paths.map(([path, fingerprints]) => [path, [...fingerprints].sort(compare)]));
  return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
