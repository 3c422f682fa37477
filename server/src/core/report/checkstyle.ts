/**
 * The report as Checkstyle XML, which Jenkins, SonarQube and many others read. What is waived or left empty, and how ready a
 * plan is, is listed as information, since the form has no other place for it.
 */
import { type FileReport, type ReportRange, reasonOf } from './file-report';
import type { Report } from './report';
import { xmlAttributes } from './visible';

/** A `file` for each plan, also for one without findings, so that readers see that it was checked. */
export function checkstyleReport(report: Report): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="10.0">',
    `  <!-- Reference data of ${report.data.version} -->`,
    ...report.files.flatMap(fileOf),
    '</checkstyle>',
  ];
  return `${lines.join('\n')}\n`;
}

const firstPlace: ReportRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function fileOf(file: FileReport): readonly string[] {
  return [
    `  <file ${xmlAttributes({ name: file.path })}>`,
    ...file.problems.map(({ range, severity, message, rule }) => error(range, severity, message, rule)),
    ...file.waived.map(waived => {
      const { range, message, rule } = waived.problem;
      return error(range, 'info', `Waived: ${reasonOf(waived)}. ${message}`, rule);
    }),
    ...file.emptySections.map(({ section, reason, range }) =>
      error(range, 'info', `Section "${section}" is left empty: ${reason}`, 'section-left-empty'),
    ),
    ...(file.readiness ? [error(firstPlace, 'info', `The plan: ${file.readiness.standing}.`, 'readiness')] : []),
    '  </file>',
  ];
}

function error({ start }: ReportRange, severity: string, message: string, rule: string): string {
  const values = { line: start.line, column: start.column, severity, message, source: `oneplan.${rule}` };
  return `    <error ${xmlAttributes(values)}/>`;
}
