/**
 * The report of a run: everything that any output format shows, worked out once. Lines and columns count from 1, columns
 * in UTF-16 units, ends are exclusive; paths are those that the user knows. Same input, same report.
 */
import type { RulePage } from '../rules/shared/rule';
import type { FileReport } from './file-report';

export interface Report {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage?: string };
  /** The reference data that plans were judged by. */
  readonly data: { readonly version: string; readonly attribution: string };
  /** Every file that was read, by path. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  /** The pages of the rules that spoke, by id, waived and known findings included. */
  readonly pages: ReadonlyMap<string, RulePage>;
}

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
  return { tool, data, files: sorted, summary, pages };
}
