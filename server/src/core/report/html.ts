/** The report as a page for people without a terminal: one file that loads nothing, runs nothing and can be sent by mail. */
import { count, listAnd } from '../text/say';
import { type FileReport, type ReportedProblem, reasonOf } from './file-report';
import { hiddenIn, type Report } from './report';
import { forMarkup } from './visible';

const style = `body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3em .6em;border-top:1px solid #ccc}
.error{color:#a00}.warning{color:#850}.info{color:#055}code{font-size:90%}small{color:#555}`;

/** A whole document, in which no script may run and nothing may be loaded, whatever stands in the plans. */
export function htmlReport(report: Report): string {
  const { files, tool, data } = report;
  const title = titleOf(report);
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...hiddenNote(hiddenIn(report)),
    ...list('Ready to be agreed?', files.flatMap(readinessOf)),
    ...files.flatMap(file => table(file, report)),
    ...list('Waived', files.flatMap(waivedOf)),
    ...list('Left empty, with the reason', files.flatMap(emptyOf)),
    `<p><small>${forMarkup(`${tool.name} ${tool.version}. Reference data of ${data.version}. ${data.attribution}`)}</small></p>`,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

function titleOf(report: Report): string {
  const { errors, warnings, infos, files } = report.summary;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [count(infos, 'remark')] : []),
  ];
  const nothing = hiddenIn(report) > 0 ? 'no errors' : 'nothing found';
  return forMarkup(`One Plan: ${counts.length > 0 ? listAnd(counts) : nothing} in ${count(files, 'file')}`);
}

function hiddenNote(hidden: number): readonly string[] {
  return hidden > 0
    ? [`<p>${forMarkup(`${count(hidden, 'finding')} not shown, as only errors were asked for.`)}</p>`]
    : [];
}

function table(file: FileReport, report: Report): readonly string[] {
  if (file.problems.length === 0) return [];
  return [
    `<h2><code>${forMarkup(file.path)}</code></h2>`,
    '<table>',
    '<tr><th>line</th><th></th><th>finding</th><th>rule</th></tr>',
    ...file.problems.map(problem => row(problem, file, report)),
    '</table>',
  ];
}

function row(
  { range, severity, message, related, rule }: ReportedProblem,
  { lines }: FileReport,
  report: Report,
): string {
  const page = report.pages.get(rule);
  const places = related.map(place => `${place.path}:${place.range.start.line}: ${place.message}`);
  const source = (lines[range.start.line - 1] ?? '').trim().slice(0, 200);
  const finding = [
    forMarkup(message),
    ...places.map(place => `<small>${forMarkup(place)}</small>`),
    `<code>${forMarkup(source)}</code>`,
    ...(page ? [`<small>${forMarkup(`${page.why} (${page.source})`)}</small>`] : []),
  ];
  return `<tr><td>${range.start.line}</td><td class="${severity}">${severity}</td><td>${finding.join('<br>')}</td><td><code>${forMarkup(rule)}</code></td></tr>`;
}

function readinessOf({ path, readiness }: FileReport): readonly string[] {
  if (!readiness) return [];
  const counts = [...readiness.sections, ...readiness.conditions]
    .filter(({ toDo }) => toDo > 0)
    .map(({ title, toDo }) => `${title}: ${toDo}`);
  return [`${path}: ${readiness.standing}${counts.length > 0 ? `. ${counts.join('; ')}` : ''}`];
}

function waivedOf({ path, waived }: FileReport): readonly string[] {
  return waived.map(one => `${path}:${one.problem.range.start.line}: ${one.problem.rule}: ${reasonOf(one)}`);
}

function emptyOf({ path, emptySections }: FileReport): readonly string[] {
  return emptySections.map(({ section, reason }) => `${path}: ${section}: ${reason}`);
}

/** A heading and a list of texts that are not escaped yet; nothing where there are none. */
function list(title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [`<h2>${title}</h2>`, '<ul>', ...entries.map(entry => `<li>${forMarkup(entry)}</li>`), '</ul>'];
}
