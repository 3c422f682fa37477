/**
 * The report as GitHub workflow commands. GitHub shows ten errors, ten warnings and ten notices of a step, so the worst
 * come first, and the last notice counts the rest and lists what is waived.
 */

import { count, listAnd } from '../text/say';
import { type FileReport, type ReportedProblem, reasonOf } from './file-report';
import { hiddenIn, type Report } from './report';
import { forGithubMessage, forGithubValue } from './visible';

const shownOfAKind = 10;

export function githubReport(report: Report): string {
  const found = report.files.flatMap(file => file.problems.map(problem => ({ file, problem })));
  const errors = found.filter(({ problem }) => problem.severity === 'error');
  const warnings = found.filter(({ problem }) => problem.severity === 'warning');
  const infos = found.filter(({ problem }) => problem.severity === 'info');
  const shown = [
    ...errors.slice(0, shownOfAKind),
    ...warnings.slice(0, shownOfAKind),
    // The last notice of the ten tells of the rest.
    ...infos.slice(0, shownOfAKind - 1),
  ];
  const left = found.length - shown.length;
  const lines = shown.map(({ file, problem }) => command(file, problem));
  return `${[...lines, `::notice title=One Plan::${forGithubMessage(remarks(report, left).join('\n'))}`].join('\n')}\n`;
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function command(file: FileReport, { rule, severity, message, range, related }: ReportedProblem): string {
  const { start, end } = range;
  // GitHub refuses columns where a place spans lines.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const places = related.map(place => `${place.path}:${place.range.start.line}: ${oneLine(place.message)}`);
  const text = forGithubMessage([oneLine(message), ...places].join('\n'));
  const place = `file=${forGithubValue(file.path)},line=${start.line},endLine=${end.line}${columns}`;
  return `::${commands[severity]} ${place},title=${forGithubValue(rule)}::${text}`;
}

function remarks(report: Report, left: number): readonly string[] {
  const { files, summary, data } = report;
  const hidden = hiddenIn(report);
  const counts = [
    count(summary.errors, 'error'),
    ...(hidden > 0 ? [] : [count(summary.warnings, 'warning')]),
    ...(summary.infos > 0 ? [count(summary.infos, 'remark')] : []),
  ];
  return [
    `${count(summary.files, 'file')} checked: ${listAnd(counts)}.`,
    ...(hidden > 0 ? [`${count(hidden, 'finding')} not shown, as only errors were asked for.`] : []),
    ...(left > 0 ? [`${count(left, 'finding')} more not shown here; the log of another format has all of them.`] : []),
    ...files.flatMap(({ path, readiness }) => (readiness ? [`${path}: ${readiness.standing}.`] : [])),
    ...files.flatMap(file =>
      file.waived.map(
        waived =>
          `Waived: ${file.path}:${waived.problem.range.start.line}: ${waived.problem.rule}: ${oneLine(reasonOf(waived))}`,
      ),
    ),
    ...files.flatMap(file =>
      file.emptySections.map(({ section, reason }) => `Left empty: ${file.path}: ${section}: ${oneLine(reason)}`),
    ),
    `Reference data of ${data.version}.`,
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
