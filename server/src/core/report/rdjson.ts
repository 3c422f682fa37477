/**
 * The report for reviewdog (Reviewdog Diagnostic Format): findings on lines of a change, each fix as a suggestion that a
 * reviewer takes with one press. Columns count bytes of UTF-8 there. What is waived or left empty, and how ready a plan is,
 * is listed as information, since the form has no other place for it.
 */
import { type FileReport, type ReportedFix, type ReportedProblem, type ReportRange, reasonOf } from './file-report';
import type { Report } from './report';
import { visible, visibleJson } from './visible';

type Position = ReportRange['start'];

/** A `DiagnosticResult`, the version of the reference data in the name of its source. */
export function rdjsonReport(report: Report): string {
  const { tool, data } = report;
  const name = `${tool.name} ${tool.version}, reference data of ${data.version}`;
  return `${visibleJson({
    source: { name, url: tool.homepage },
    diagnostics: report.files.flatMap(file => diagnosticsOf(file)),
  })}\n`;
}

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

function diagnosticsOf(file: FileReport) {
  return [
    ...file.problems.map(problem => ({
      ...remark(file, problem.range, severities[problem.severity], problem.message, problem.rule),
      ...relatedOf(problem),
      ...suggestionsOf(file, problem),
    })),
    ...file.waived.map(waived => {
      const { range, message, rule } = waived.problem;
      return remark(file, range, 'INFO', `Waived: ${reasonOf(waived)}. ${message}`, rule);
    }),
    ...file.emptySections.map(({ section, reason, range }) =>
      remark(file, range, 'INFO', `Section "${section}" is left empty: ${reason}`, 'section-left-empty'),
    ),
    ...(file.readiness ? [readinessOf(file.path, file.readiness.standing)] : []),
  ];
}

function remark(file: FileReport, range: ReportRange, severity: string, message: string, rule: string) {
  const location = { path: file.path, range: inBytes(file, range) };
  return { message: visible(message), location, severity, code: { value: rule } };
}

function readinessOf(path: string, standing: string) {
  const start = { line: 1, column: 1 };
  const location = { path, range: { start, end: start } };
  return { message: visible(`The plan: ${standing}.`), location, severity: 'INFO', code: { value: 'readiness' } };
}

/** Only lines, as the text of another file, whose bytes would have to be counted, is not at hand. */
function relatedOf({ related }: ReportedProblem) {
  if (related.length === 0) return {};
  const places = related.map(({ path, range, message }) => ({
    message: visible(message),
    location: { path, range: { start: { line: range.start.line }, end: { line: range.end.line } } },
  }));
  return { relatedLocations: places };
}

/** Each fix is one suggestion, what is safe first. */
function suggestionsOf(file: FileReport, { fixes }: ReportedProblem) {
  const inOrder = [...fixes.filter(({ safe }) => safe), ...fixes.filter(({ safe }) => !safe)];
  const suggestions = inOrder.filter(({ edits }) => edits.length > 0).map(fix => suggestionOf(file, fix));
  return suggestions.length > 0 ? { suggestions } : {};
}

/** The edits of a fix belong together, so they become one, with the text between them as it is. */
function suggestionOf(file: FileReport, { edits }: ReportedFix) {
  const sorted = [...edits].sort((a, b) => order(a.range.start, b.range.start));
  const start = sorted[0]?.range.start ?? { line: 1, column: 1 };
  let end = start;
  let text = '';
  for (const edit of sorted) {
    text += textBetween(file.lines, end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  return { range: inBytes(file, { start, end }), text };
}

function textBetween(lines: readonly string[], from: Position, to: Position): string {
  const first = lines[from.line - 1] ?? '';
  if (from.line === to.line) return first.slice(from.column - 1, to.column - 1);
  const last = (lines[to.line - 1] ?? '').slice(0, to.column - 1);
  return [first.slice(from.column - 1), ...lines.slice(from.line, to.line - 1), last].join('\n');
}

function order(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function inBytes({ lines }: FileReport, { start, end }: ReportRange): ReportRange {
  const position = ({ line, column }: Position) => {
    return { line, column: bytesOf((lines[line - 1] ?? '').slice(0, column - 1)) + 1 };
  };
  return { start: position(start), end: position(end) };
}

/** How many bytes `text` takes in UTF-8; half of a surrogate pair takes three, as it is replaced. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
