/**
 * The report as JUnit XML, in the form that the Jenkins xUnit plug-in reads. Each file is a suite. An error is a failure;
 * a warning passes and says so in its output; a waived finding is skipped. A file without findings is one test that passes.
 */
import type { FileReport, ReportedProblem, ReportedWaiver } from './file-report';
import type { Report } from './report';
import { forXml } from './visible';

export function junitReport(report: Report): string {
  const { files, summary, tool, data } = report;
  const tests = files.reduce((sum, file) => sum + testsIn(file), 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: tool.name, tests, failures: summary.errors, errors: 0 })}>`,
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

function suite(file: FileReport, { tool, data }: Report): readonly string[] {
  const failures = file.problems.filter(({ severity }) => severity === 'error').length;
  const counts = { tests: testsIn(file), failures, errors: 0, skipped: file.waived.length };
  const properties = [
    ['tool', `${tool.name} ${tool.version}`],
    ['reference data', data.version],
    ...(file.framework ? [['framework', file.framework.id]] : []),
    ...file.emptySections.map(({ section, reason }) => [`left empty: ${section}`, reason]),
  ];
  const clean = file.problems.length + file.waived.length === 0;
  return [
    `  <testsuite ${attributes({ name: file.path, ...counts })}>`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property ${attributes({ name: name ?? '', value: value ?? '' })}/>`),
    '    </properties>',
    ...(clean ? [`    <testcase ${attributes({ name: 'no findings', classname: file.path })}/>`] : []),
    ...file.problems.flatMap(problem => testcase(file, problem, outcome(file, problem))),
    ...file.waived.flatMap(waived => testcase(file, waived.problem, skipped(waived))),
    '  </testsuite>',
  ];
}

function testcase(file: FileReport, problem: ReportedProblem, inner: string): readonly string[] {
  const { line, column } = problem.range.start;
  const name = `${problem.rule} at ${line}:${column}`;
  return [`    <testcase ${attributes({ name, classname: file.path })}>`, `      ${inner}`, '    </testcase>'];
}

function outcome(file: FileReport, problem: ReportedProblem): string {
  const place = `${file.path}:${problem.range.start.line}:${problem.range.start.column}`;
  const related = problem.related.map(({ path, range, message }) => `${path}:${range.start.line}: ${message}`);
  const text = [`${place}: ${problem.severity}: ${problem.message}`, ...related].map(forXml).join('\n');
  if (problem.severity !== 'error') return `<system-out>${text}</system-out>`;
  return `<failure ${attributes({ type: problem.rule, message: problem.message })}>${text}</failure>`;
}

function skipped({ reason, owner, until }: ReportedWaiver): string {
  const terms = [owner, until && `until ${until}`].filter(Boolean).join(', ');
  return `<skipped ${attributes({ type: 'waived', message: terms ? `${reason} (${terms})` : reason })}/>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${forXml(String(value))}"`)
    .join(' ');
}
