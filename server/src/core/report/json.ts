/** The report for programs, in the form of `schemas/lint-output.schema.json`. */
import type { FileReport, ReportedProblem, ReportedReadiness, ReportedWaiver } from './file-report';
import type { Report } from './report';
import { visibleJson } from './visible';

export function jsonReport(report: Report): string {
  const { tool, data, files, summary } = report;
  return `${visibleJson({
    version: 1,
    tool: { name: tool.name, version: tool.version },
    data,
    files: files.map(file => fileOf(file, report)),
    summary,
  })}\n`;
}

function fileOf(file: FileReport, report: Report) {
  return {
    path: file.path,
    ...(file.framework ? { framework: file.framework.id } : {}),
    problems: file.problems.map(problem => problemOf(problem, report)),
    ...(file.waived.length > 0 ? { waived: file.waived.map(waived => waivedOf(waived, report)) } : {}),
    ...(file.emptySections.length > 0 ? { emptySections: file.emptySections } : {}),
    ...(file.readiness ? { readiness: readinessOf(file.readiness) } : {}),
  };
}

function readinessOf({ toDo, sections, conditions }: ReportedReadiness) {
  return { toDo, sections, conditions };
}

function problemOf(problem: ReportedProblem, { pages }: Report) {
  const { rule, severity, message, range, related, fixable, fingerprint } = problem;
  const page = pages.get(rule);
  return {
    rule,
    severity,
    message,
    range,
    related: related.map(place => ({ message: place.message, path: place.path, range: place.range })),
    fixable,
    fingerprint,
    ...(page ? { why: page.why, source: page.source } : {}),
  };
}

function waivedOf({ problem, reason, owner, until, range }: ReportedWaiver, report: Report) {
  const waiver = { reason, ...(owner ? { owner } : {}), ...(until ? { until } : {}), range };
  return { ...problemOf(problem, report), waiver };
}
