/** The report with one line a finding, without frames and reasons: for long lists, editors' error windows and `grep`. */
import type { Palette } from './palette';
import type { Report } from './report';
import { headLine, summaryLines } from './text';

/** `path:line:column: severity: message [rule]` for each finding, then the counts and what is waived or left empty. */
export function conciseReport(report: Report, palette: Palette): string {
  const found = report.files.flatMap(file => file.problems.map(problem => headLine(problem, file, palette)));
  return `${[...found, ...summaryLines(report, palette)].join('\n')}\n`;
}
