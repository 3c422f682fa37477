/**
 * The report as GitLab code quality: a list of remarks on lines. What is waived or left empty, and how ready a plan is, is listed as information,
 * since the form has no other place for it.
 */
import {
  type FileReport,
  type ReportedProblem,
  type ReportedReadiness,
  type ReportRange,
  reasonOf,
} from './file-report';
import type { Report } from './report';
import { visible, visibleJson } from './visible';

export function gitlabReport(report: Report): string {
  return `${visibleJson(report.files.flatMap(file => issuesOf(file, report)))}\n`;
}

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

function issuesOf(file: FileReport, report: Report) {
  return [
    ...file.problems.map(problem => issue(file, problem, problem.message, severities[problem.severity], report)),
    ...file.waived.map(waived =>
      issue(file, waived.problem, `Waived: ${reasonOf(waived)}. ${waived.problem.message}`, 'info', report),
    ),
    ...file.emptySections.map(({ section, reason, range }) => ({
      description: visible(`Section "${section}" is left empty: ${reason}`),
      check_name: 'section-left-empty',
      fingerprint: `${file.path}: section-left-empty ${section}`,
      severity: 'info',
      location: locationOf(file.path, range),
      content: { body: dataNote(report) },
    })),
    ...(file.readiness ? [readinessOf(file.path, file.readiness, report)] : []),
  ];
}

/** What stands between the plan and being agreed, on its first line. */
function readinessOf(path: string, { standing, conditions }: ReportedReadiness, report: Report) {
  const open = conditions.filter(({ toDo }) => toDo > 0).map(({ title, toDo }) => `${title}: ${toDo}. `);
  return {
    description: visible(`The plan: ${standing}.`),
    check_name: 'readiness',
    fingerprint: `${path}: readiness`,
    severity: 'info',
    location: { path, lines: { begin: 1, end: 1 } },
    content: { body: visible(`${open.join('')}${dataNote(report)}`) },
  };
}

function issue(file: FileReport, problem: ReportedProblem, description: string, severity: string, report: Report) {
  const page = report.pages.get(problem.rule);
  return {
    description: visible(description),
    check_name: problem.rule,
    fingerprint: `${file.path}: ${problem.fingerprint}`,
    severity,
    location: locationOf(file.path, problem.range),
    content: { body: `${page ? `${page.why} Source: ${page.source}. ` : ''}${dataNote(report)}` },
    ...(problem.related.length > 0
      ? { other_locations: problem.related.map(({ path, range }) => locationOf(path, range)) }
      : {}),
  };
}

function locationOf(path: string, { start, end }: ReportRange) {
  return { path, lines: { begin: start.line, end: end.line } };
}

function dataNote({ data }: Report): string {
  return `Reference data of ${data.version}.`;
}
