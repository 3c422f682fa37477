/**
 * The report as logging commands of Azure Pipelines, which shows errors and warnings beside the run and at their lines. It
 * knows no third kind, so that remarks are plain lines of the log, as are the counts and what is waived or left empty.
 */
import type { FileReport, ReportedProblem } from './file-report';
import { plainPalette } from './palette';
import type { Report } from './report';
import { headLine, summaryLines } from './text';
import { forAzureMessage, forAzureValue } from './visible';

/** One command or plain line for each finding, then the counts. */
export function azureReport(report: Report): string {
  const found = report.files.flatMap(file => file.problems.map(problem => line(file, problem)));
  return `${[...found, ...summaryLines(report, plainPalette)].join('\n')}\n`;
}

function line(file: FileReport, problem: ReportedProblem): string {
  const { rule, severity, message, range, related } = problem;
  if (severity === 'info') return headLine(problem, file, plainPalette);
  const values = {
    type: severity,
    sourcepath: file.path,
    linenumber: String(range.start.line),
    columnnumber: String(range.start.column),
    code: rule,
  };
  const written = Object.entries(values).map(([name, value]) => `${name}=${forAzureValue(value)}`);
  const places = related.map(place => ` (${place.path}:${place.range.start.line}: ${place.message})`);
  return `##vso[task.logissue ${written.join(';')}]${forAzureMessage([message, ...places].join(''))}`;
}
