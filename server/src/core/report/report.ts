/**
 * The report of a run: everything that any output format shows, worked out once. Lines and columns count from 1, columns
 * in UTF-16 units, ends are exclusive; paths are those that the user knows. Same input, same report.
 */
import type { Severity } from '../finding';
import type { RulePage } from '../rules/shared/rule';
import type { FileReport } from './file-report';

export interface Report {
  readonly tool: {
    readonly name: string;
    readonly version: string;
    readonly homepage: string;
    /** The address under which the page of each rule is, by its id and `.md`. */
    readonly rulePages: string;
  };
  /** The reference data that plans were judged by. */
  readonly data: { readonly version: string; readonly attribution: string };
  /** Every file that was read, by path. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  /** The pages of the rules that spoke, by id, waived and known findings included. */
  readonly pages: ReadonlyMap<string, RulePage>;
  /** The findings that make the run fail, by severity. */
  readonly failing: ReadonlySet<Severity>;
}

/** From which severity on a finding makes the run fail, and how many warnings it may have. */
export interface FailureLimits {
  readonly failOn: Severity;
  readonly maxWarnings: number;
}

const onlyErrors: FailureLimits = { failOn: 'error', maxWarnings: Number.POSITIVE_INFINITY };

interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
}

/** How many findings the report leaves out because only errors were asked for. */
export function hiddenIn({ files }: Pick<Report, 'files'>): number {
  return files.reduce((sum, { hidden }) => sum + hidden, 0);
}

/** The report on `files`, which may come in any order. */
export function reportOf(
  tool: Report['tool'],
  data: Report['data'],
  files: readonly FileReport[],
  pageOf: (rule: string) => RulePage | undefined,
  limits: FailureLimits = onlyErrors,
): Report {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const problems = sorted.flatMap(file => file.problems);
  const count = (severity: string) => problems.filter(problem => problem.severity === severity).length;
  const pages = new Map<string, RulePage>();
  for (const file of sorted) {
    for (const { rule } of [...file.problems, ...file.waived.map(({ problem }) => problem), ...file.known]) {
      const page = pages.has(rule) ? undefined : pageOf(rule);
      if (page) pages.set(rule, page);
    }
  }
  const summary = {
    files: sorted.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    waived: sorted.reduce((sum, file) => sum + file.waived.length, 0),
  };
  return { tool, data, files: sorted, summary, pages, failing: failingBy(limits, summary) };
}

function failingBy({ failOn, maxWarnings }: FailureLimits, { warnings }: Summary): ReadonlySet<Severity> {
  if (failOn === 'info') return new Set(['error', 'warning', 'info']);
  return new Set(failOn === 'warning' || warnings > maxWarnings ? ['error', 'warning'] : ['error']);
}

/** How many findings make the run fail. */
export function failuresIn({ files, failing }: Pick<Report, 'files' | 'failing'>): number {
  return files.reduce((sum, file) => sum + file.problems.filter(({ severity }) => failing.has(severity)).length, 0);
}
