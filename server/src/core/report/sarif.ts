/** The report as SARIF 2.1.0, for code scanning. Paths are relative; a waiver or the baseline is a suppression. */
import type { RulePage } from '../rules/shared/rule';
import {
  type FileReport,
  type ReportedFix,
  type ReportedPlace,
  type ReportedProblem,
  type ReportRange,
  reasonOf,
} from './file-report';
import { lineHashes } from './line-hashes';
import type { Report } from './report';
import { isPlanRule } from './rule-page';
import { visibleJson } from './visible';

export function sarifReport(report: Report): string {
  const rules = [...new Set(report.files.flatMap(file => allOf(file).map(({ problem }) => problem.rule)))].sort();
  const indexOf = new Map(rules.map((rule, index) => [rule, index]));
  const { tool, data } = report;
  return `${visibleJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            informationUri: tool.homepage,
            rules: rules.map(rule => ruleOf(rule, report)),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: report.files.map(file => ({ location: { uri: uriOf(file.path) } })),
        results: report.files.flatMap(file => resultsOf(file, indexOf)),
        properties: {
          referenceData: data,
          emptySections: report.files.flatMap(file =>
            file.emptySections.map(({ section, reason, range }) => ({
              path: file.path,
              line: range.start.line,
              section,
              reason,
            })),
          ),
          ...readinessIn(report),
        },
      },
    ],
  })}\n`;
}

/** What stands between each plan and being agreed, where the run asked for it. */
function readinessIn({ files }: Report) {
  const told = files.flatMap(({ path, readiness }) => (readiness ? [{ path, ...readiness }] : []));
  return told.length > 0 ? { readiness: told } : {};
}

type Suppression = { readonly kind: 'inSource' | 'external'; readonly justification?: string };

/** Every finding of a file, with what suppresses it. */
function allOf(file: FileReport): readonly { readonly problem: ReportedProblem; readonly suppressed?: Suppression }[] {
  return [
    ...file.problems.map(problem => ({ problem })),
    ...file.waived.map(waived => {
      const suppressed = { kind: 'inSource' as const, justification: reasonOf(waived) };
      return { problem: waived.problem, suppressed };
    }),
    ...file.known.map(problem => ({
      problem,
      suppressed: { kind: 'external' as const, justification: 'Known: in the baseline.' },
    })),
  ];
}

function ruleOf(rule: string, { pages, tool }: Report) {
  const page = pages.get(rule);
  if (!page) return { id: rule };
  return {
    id: rule,
    shortDescription: { text: page.summary },
    fullDescription: { text: page.why },
    help: {
      text: `${page.summary} ${page.why} Source: ${page.source}.`,
      markdown: `${page.summary}\n\n${page.why}\n\nSource: ${page.source}.`,
    },
    helpUri: `${tool.rulePages}/${rule}.md`,
    defaultConfiguration: { level: levels[page.severity.writing] },
    properties: { agreed: levels[page.severity.agreed], tags: tagsOf(page) },
  };
}

/** What findings are sorted by: whether they are of the plan or of its text, and which complaints about plans they answer. */
function tagsOf(page: RulePage): readonly string[] {
  const texts = (page.answers ?? []).map(({ text }) => text);
  return [...new Set([isPlanRule(page) ? 'plan' : 'text', ...texts])];
}

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const;

function resultsOf(file: FileReport, indexOf: ReadonlyMap<string, number>) {
  const found = allOf(file);
  const hashes = found.length > 0 ? lineHashes(file.lines) : [];
  return found.map(({ problem, suppressed }) => ({
    ruleId: problem.rule,
    ruleIndex: indexOf.get(problem.rule) ?? -1,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: physicalOf(file.path, problem.range) }],
    partialFingerprints: {
      'oneplan/v1': problem.fingerprint,
      primaryLocationLineHash: hashes[problem.range.start.line - 1],
    },
    ...(problem.related.length > 0 ? { relatedLocations: problem.related.map(relatedOf) } : {}),
    ...(suppressed ? { suppressions: [suppressed] } : {}),
    ...(problem.fixes.length > 0 ? { fixes: problem.fixes.map(fix => fixOf(file.path, fix)) } : {}),
  }));
}

function relatedOf({ path, range, message }: ReportedPlace, index: number) {
  return { id: index + 1, physicalLocation: physicalOf(path, range), message: { text: message } };
}

function physicalOf(path: string, range: ReportRange) {
  return { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) };
}

function regionOf({ start, end }: ReportRange) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(path: string, { title, edits }: ReportedFix) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(path) },
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: regionOf(range),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}

/** A relative path as a URI reference; halves of surrogate pairs, which no URI can hold, are replaced. */
function uriOf(path: string): string {
  const uri = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return uri.startsWith('/') ? `file://${uri}` : uri;
}
