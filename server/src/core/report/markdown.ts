/** The report as a comment on a change: the counts first, then the findings by file, folded where there are many. */

import { count, listAnd } from '../text/say';
import { type FileReport, type ReportedProblem, reasonOf } from './file-report';
import { hiddenIn, type Report } from './report';
import { forMarkdown, forMarkdownCode } from './visible';

/** Comments are limited to 65,536 characters, so that no more findings than these are listed. */
const shownAtMost = 100;
const unfoldedAtMost = 20;

export function markdownReport(report: Report): string {
  const { files, summary, data } = report;
  const counts = [
    ...(summary.errors > 0 ? [`**${count(summary.errors, 'error')}**`] : []),
    ...(summary.warnings > 0 ? [`**${count(summary.warnings, 'warning')}**`] : []),
    ...(summary.infos > 0 ? [count(summary.infos, 'remark')] : []),
  ];
  const found = summary.errors + summary.warnings + summary.infos;
  const hidden = hiddenIn(report);
  const nothing = hidden > 0 ? 'no errors' : 'nothing found';
  const lines = [
    `### One Plan: ${counts.length > 0 ? listAnd(counts) : nothing} in ${count(summary.files, 'file')}`,
    ...(hidden > 0 ? ['', `${count(hidden, 'finding')} not shown, as only errors were asked for.`] : []),
    ...list('Ready to be agreed?', files.flatMap(readinessOf)),
    ...tables(files, found),
    ...list('Waived', waivedOf(files)),
    ...list('Left empty, with the reason', emptyOf(files)),
    '',
    `Reference data of ${data.version}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function tables(files: readonly FileReport[], found: number): readonly string[] {
  let left = shownAtMost;
  const lines = files.flatMap(file => {
    const shown = file.problems.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : table(file, shown);
  });
  const more = found > shownAtMost ? ['', `${count(found - shownAtMost, 'finding')} more not listed here.`] : [];
  if (found <= unfoldedAtMost) return [...lines, ...more];
  return ['', '<details>', `<summary>${count(found, 'finding')}</summary>`, ...lines, ...more, '', '</details>'];
}

function table(file: FileReport, problems: readonly ReportedProblem[]): readonly string[] {
  return [
    '',
    `#### ${forMarkdownCode(file.path)}`,
    '',
    '| line | | finding | rule |',
    '| ---: | --- | --- | --- |',
    ...problems.map(({ range, severity, message, rule }) => {
      return `| ${range.start.line} | ${severity} | ${forMarkdown(message)} | ${forMarkdownCode(rule)} |`;
    }),
  ];
}

function readinessOf({ path, readiness }: FileReport): readonly string[] {
  if (!readiness) return [];
  const { standing, sections, conditions } = readiness;
  const unmet = conditions.filter(({ toDo }) => toDo > 0);
  const counts = (parts: readonly { readonly title: string; readonly toDo: number }[]) =>
    parts.map(({ title, toDo }) => `${forMarkdown(title)}: ${toDo}`).join('; ');
  return [
    `${forMarkdownCode(path)}: **${standing}**`,
    ...(sections.length > 0 ? [`by section: ${counts(sections)}`] : []),
    ...(unmet.length > 0 ? [`by condition: ${counts(unmet)}`] : []),
  ];
}

function waivedOf(files: readonly FileReport[]): readonly string[] {
  return files.flatMap(file =>
    file.waived.map(waived => {
      const place = forMarkdownCode(`${file.path}:${waived.problem.range.start.line}`);
      return `${place} ${forMarkdownCode(waived.problem.rule)}: ${forMarkdown(reasonOf(waived))}`;
    }),
  );
}

function emptyOf(files: readonly FileReport[]): readonly string[] {
  return files.flatMap(file =>
    file.emptySections.map(
      ({ section, reason }) => `${forMarkdownCode(file.path)} ${forMarkdownCode(section)}: ${forMarkdown(reason)}`,
    ),
  );
}

function list(title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, shownAtMost);
  const more = entries.length > shown.length ? [`- and ${entries.length - shown.length} more`] : [];
  return ['', `**${title}**`, '', ...shown.map(entry => `- ${entry}`), ...more];
}
