/** The report for people at a terminal: each finding with its line, and why its rule asks, the first time it speaks. */

import { count, listAnd } from '../text/say';
import { codeFrame } from './code-frame';
import { type FileReport, type ReportedProblem, reasonOf } from './file-report';
import type { Palette } from './palette';
import { hiddenIn, type Report } from './report';
import { visible, visibleLine } from './visible';

/** The report as lines of text; `palette` colours them. */
export function textReport(report: Report, palette: Palette): string {
  const explained = new Set<string>();
  const blocks = report.files.flatMap(file =>
    file.problems.map(problem => {
      const first = !explained.has(problem.rule);
      explained.add(problem.rule);
      return problemLines(problem, file, palette, first ? whyLines(problem.rule, report, palette) : []);
    }),
  );
  return [...blocks, summaryLines(report, palette)].map(lines => `${lines.join('\n')}\n`).join('\n');
}

function problemLines(
  problem: ReportedProblem,
  file: FileReport,
  palette: Palette,
  why: readonly string[],
): readonly string[] {
  const { line } = problem.range.start;
  const frame = codeFrame(file.lines, problem.range);
  const gutter = ' '.repeat(String(line).length);
  const remark = (text: string) => `${gutter} ${palette.faint('=')} ${text}`;
  const fix = problem.fixes.find(({ safe }) => safe);
  return [
    headLine(problem, file, palette),
    `${palette.faint(`${line} |`)} ${frame.source}`,
    `${palette.faint(`${gutter} |`)} ${palette[problem.severity](frame.carets)}`,
    ...problem.related.map(({ path, range, message }) =>
      remark(`${visible(path)}:${range.start.line}:${range.start.column}: ${visible(message)}`),
    ),
    ...(fix ? [remark(`--fix does this: ${visible(fix.title)}`)] : []),
    ...why.map(remark),
  ];
}

/** The line that says it all: `path:line:column: severity: message [rule]`. */
export function headLine(
  { range, severity, message, rule }: ReportedProblem,
  file: FileReport,
  palette: Palette,
): string {
  const place = visibleLine(`${file.path}:${range.start.line}:${range.start.column}`);
  return `${palette.strong(place)}: ${palette[severity](severity)}: ${visible(message)} ${palette.faint(`[${rule}]`)}`;
}

function whyLines(rule: string, { pages }: Report, palette: Palette): readonly string[] {
  const page = pages.get(rule);
  return page ? [palette.faint(`why: ${page.why} (${page.source})`)] : [];
}

/** What closes a report: the counts, what is not shown and why, what is waived or left empty, how ready the plans are. */
export function summaryLines(report: Report, palette: Palette): readonly string[] {
  const { files } = report;
  const waived = files.flatMap(file => file.waived.map(waiver => ({ file, waiver })));
  const empty = files.flatMap(file => file.emptySections.map(section => ({ file, section })));
  const hidden = hiddenIn(report);
  const known = files.reduce((sum, file) => sum + file.known.length, 0);
  const gone = files.reduce((sum, file) => sum + file.gone, 0);
  const fixable = files.flatMap(file => file.problems).filter(problem => problem.fixable).length;
  return [
    verdict(report, palette),
    ...(hidden > 0 ? [`${count(hidden, 'finding')} not shown, as only errors were asked for.`] : []),
    ...(fixable > 0 ? [`${count(fixable, 'finding')} can be put right with --fix.`] : []),
    ...(known > 0 ? [`${count(known, 'finding')} of the baseline not shown.`] : []),
    ...(gone > 0
      ? [
          `${count(gone, 'finding')} of the baseline not found any more: --write-baseline takes ${gone === 1 ? 'it' : 'them'} out.`,
        ]
      : []),
    ...(waived.length > 0 ? [`Waived: ${count(waived.length, 'finding')}.`] : []),
    ...waived.map(
      ({ file, waiver }) =>
        `  ${visibleLine(file.path)}:${waiver.problem.range.start.line}: ${waiver.problem.rule}: ${visible(reasonOf(waiver))}`,
    ),
    ...(empty.length > 0 ? [`Left empty, with the reason: ${count(empty.length, 'section')}.`] : []),
    ...empty.map(
      ({ file, section: { section, reason, range } }) =>
        `  ${visibleLine(file.path)}:${range.start.line}: ${visible(section)}: ${visible(reason)}`,
    ),
    ...files.flatMap(readinessLines),
    palette.faint(`Reference data of ${report.data.version}.`),
  ];
}

/** What stands between a plan and being agreed: the number, and where it is. */
function readinessLines({ path, readiness }: FileReport): readonly string[] {
  if (!readiness) return [];
  const { standing, sections, conditions } = readiness;
  const unmet = conditions.filter(({ toDo }) => toDo > 0);
  const met = conditions.length - unmet.length;
  return [
    `${visible(path)}: ${standing}.`,
    ...sections.map(({ title, toDo }) => `  ${title}: ${toDo}`),
    ...unmet.map(({ title, toDo }) => `  Condition "${visible(title)}": ${toDo}`),
    ...(conditions.length > 0 ? [`  Conditions with nothing to do: ${met} of ${conditions.length}`] : []),
  ];
}

function verdict(report: Report, palette: Palette): string {
  const { files, summary } = report;
  const hidden = hiddenIn(report);
  const counts = [
    ...(summary.errors > 0 ? [palette.error(count(summary.errors, 'error'))] : []),
    ...(summary.warnings > 0 ? [palette.warning(count(summary.warnings, 'warning'))] : []),
    ...(summary.infos > 0 ? [palette.info(count(summary.infos, 'remark'))] : []),
  ];
  const checked = `${count(summary.files, 'file')} checked`;
  if (counts.length === 0) return `${checked}: ${hidden > 0 ? 'no errors' : 'nothing found'}.`;
  const where = files.filter(file => file.problems.length > 0).length;
  const spread = summary.files > 1 ? `, in ${count(where, 'file')}` : '';
  return `${checked}: ${listAnd(counts)}${spread}.`;
}
