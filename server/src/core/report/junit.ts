/**
 * The report as JUnit XML, in the form that the Jenkins xUnit plug-in reads. Each file is a suite. What makes
 * the run fail is a failure: errors, and warnings or remarks where they do. Another finding passes and says so in its output;
 * a waived one is skipped. A file without findings is one test that passes.
 */
import {
  type FileReport,
  type ReportedProblem,
  type ReportedReadiness,
  type ReportedWaiver,
  reasonOf,
} from './file-report';
import { failuresIn, type Report } from './report';
import { forMarkup, xmlAttributes } from './visible';

export function junitReport(report: Report): string {
  const { files, tool, data } = report;
  const tests = files.reduce((sum, file) => sum + testsIn(file), 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${xmlAttributes({ name: tool.name, tests, failures: failuresIn(report), errors: 0 })}>`,
    ...files.flatMap(file => suite(file, report)),
    '</testsuites>',
  ];
  // A run without a plan still says by which data it would have judged.
  const note = files.length === 0 ? `<!-- Reference data of ${data.version} -->` : undefined;
  return `${[lines[0], ...(note ? [note] : []), ...lines.slice(1)].join('\n')}\n`;
}

function testsIn(file: FileReport): number {
  return Math.max(1, file.problems.length + file.waived.length);
}

function suite(file: FileReport, { tool, data, failing }: Report): readonly string[] {
  const failures = file.problems.filter(({ severity }) => failing.has(severity)).length;
  const counts = { tests: testsIn(file), failures, errors: 0, skipped: file.waived.length };
  const properties = [
    ['tool', `${tool.name} ${tool.version}`],
    ['reference data', data.version],
    ...(file.framework ? [['framework', file.framework.id]] : []),
    ...file.emptySections.map(({ section, reason }) => [`left empty: ${section}`, reason]),
    ...(file.readiness ? readinessOf(file.readiness) : []),
  ];
  const nameOf = namesOnce();
  const clean = file.problems.length + file.waived.length === 0;
  return [
    `  <testsuite ${xmlAttributes({ name: file.path, ...counts })}>`,
    '    <properties>',
    ...properties.map(
      ([name, value]) => `      <property ${xmlAttributes({ name: name ?? '', value: value ?? '' })}/>`,
    ),
    '    </properties>',
    ...(clean ? [`    <testcase ${xmlAttributes({ name: 'no findings', classname: file.path })}/>`] : []),
    ...file.problems.flatMap(problem => testcase(file, nameOf(problem), outcome(file, problem, failing))),
    ...file.waived.flatMap(waived => testcase(file, nameOf(waived.problem), skipped(waived))),
    '  </testsuite>',
  ];
}

/** What stands between the plan and being agreed: the number, then where. */
function readinessOf({ standing, sections, conditions }: ReportedReadiness): readonly (readonly string[])[] {
  return [
    ['readiness', standing],
    ...sections.map(({ title, toDo }) => [`to do: ${title}`, String(toDo)]),
    ...conditions.map(({ title, toDo }) => [`to do for condition: ${title}`, String(toDo)]),
  ];
}

/** Names of the tests of a suite, each once: a place may have several findings of one rule, and readers go by the name. */
function namesOnce(): (problem: ReportedProblem) => string {
  const used = new Map<string, number>();
  return ({ rule, range: { start } }) => {
    const name = `${rule} at ${start.line}:${start.column}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

function testcase(file: FileReport, name: string, inner: string): readonly string[] {
  return [`    <testcase ${xmlAttributes({ name, classname: file.path })}>`, `      ${inner}`, '    </testcase>'];
}

function outcome(file: FileReport, problem: ReportedProblem, failing: Report['failing']): string {
  const place = `${file.path}:${problem.range.start.line}:${problem.range.start.column}`;
  const related = problem.related.map(({ path, range, message }) => `${path}:${range.start.line}: ${message}`);
  const text = [`${place}: ${problem.severity}: ${problem.message}`, ...related].map(forMarkup).join('\n');
  if (!failing.has(problem.severity)) return `<system-out>${text}</system-out>`;
  return `<failure ${xmlAttributes({ type: problem.rule, message: problem.message })}>${text}</failure>`;
}

function skipped(waived: ReportedWaiver): string {
  return `<skipped ${xmlAttributes({ type: 'waived', message: reasonOf(waived) })}/>`;
}
