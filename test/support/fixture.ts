/**
 * Fixtures: plans that read as a story, with the findings written under the lines where they are:
 *
 *     deadline: 2021-04-01
 *     #         ^^^^^^^^^^ warning[deadline-past-limit]: Milestone "One budget" is due on …
 *
 * Marker lines are removed before the analysis. A caret line may stand under its finding several times.
 * A fixture of several documents has lines `# --- path/to/file.plan.yaml` before each but the first.
 * Lines `#! today: 2019-01-01`, `#! as: agreed`, `#! rules: all`, `#! read as: configuration` at the top set the run.
 */
import { basename } from 'node:path';
import type { Fix } from '../../server/src/core/finding';
import { Project } from '../../server/src/core/for-workspace';
import { type Finding, LineIndex, pageOf, rulePages, type Settings, say } from '../../server/src/core/index';
import { noSettings } from '../../server/src/core/settings';
import { findingsReadAs } from './read-as';

export interface FixtureDocument {
  readonly path: string;
  /** The text without its marker lines. */
  readonly text: string;
  readonly markers: readonly string[];
  /** The text with markers for the findings that were found. */
  readonly actual: string;
  readonly findings: readonly Finding[];
}

export interface FixtureResult {
  readonly documents: readonly FixtureDocument[];
  /** The whole fixture as it should be written: equal to the file when all is right. */
  readonly rewritten: string;
}

/** Judges the fixture `content` of the file `file`; only findings of `rule` and of the text itself count, unless it says `rules: all`. */
export function runFixture(file: string, content: string, rule: string): FixtureResult {
  const all = /^#! rules: all$/m.test(content);
  const parts = split(file, content);
  const documents = parts.map((part): FixtureDocument => {
    const findings = findingsIn(part, parts, content).filter(
      finding => all || finding.rule === rule || isTextRule(finding.rule),
    );
    return { ...part, findings, actual: withMarkers(part.text, findings) };
  });
  const rewritten = documents
    .map((document, index) => (index === 0 ? '' : `# --- ${document.path}\n`) + document.actual)
    .join('');
  return { documents, rewritten };
}

/** All findings of `part`, one of the documents `parts` of the fixture `content`. */
export function findingsIn(part: FixturePart, parts: readonly FixturePart[], content: string): readonly Finding[] {
  const settings = settingsOf(content);
  const readAs = /^#! read as: (configuration|windows-1252|broken tool)$/m.exec(content)?.[1];
  if (readAs !== undefined) return findingsReadAs(readAs as Parameters<typeof findingsReadAs>[0], part.text, settings);
  return projectOf(parts, settings).judge(part.path)?.findings ?? [];
}

export interface FixturePart {
  readonly path: string;
  readonly text: string;
}

/** A project of the fixture's documents, each found by its path. */
export function projectOf(parts: readonly FixturePart[], settings: Settings = noSettings): Project {
  const project = new Project({
    locate: (_from, path) => (parts.some(part => part.path === path) ? { uri: path } : { why: say`is not there` }),
    settings: () => settings,
  });
  for (const part of parts) project.set(part.path, part.text);
  return project;
}

/** Every safe or unsafe fix of the fixture's findings. */
export function fixesOf(document: FixtureDocument): readonly { readonly finding: Finding; readonly fix: Fix }[] {
  return document.findings.flatMap(finding => (finding.fixes ?? []).map(fix => ({ finding, fix })));
}

/** What the lines `#!` at the top of a fixture set. */
export function settingsOf(content: string): Settings {
  const today = /^#! today: (\S+)$/m.exec(content)?.[1];
  const as = /^#! as: agreed$/m.test(content);
  return { ...noSettings, ...(today ? { today } : {}), ...(as ? { as: 'agreed' as const } : {}) };
}

const textRuleIds = new Set(
  rulePages()
    .filter(page => !('check' in page))
    .map(page => page.id),
);

function isTextRule(id: string): boolean {
  return textRuleIds.has(id) || pageOf(id) === undefined;
}

const MARKER = /^\s*#\s*\^+ (?:error|warning|info)\[[a-z0-9-]+\]: .*$/;

function split(file: string, content: string): { path: string; text: string; markers: readonly string[] }[] {
  const parts: { path: string; lines: string[]; markers: string[] }[] = [
    { path: basename(file), lines: [], markers: [] },
  ];
  for (const line of content.split(/(?<=\n)/)) {
    const separator = /^# --- (\S+)\r?\n$/.exec(line);
    const part = parts[parts.length - 1];
    if (separator?.[1]) parts.push({ path: separator[1], lines: [], markers: [] });
    else if (MARKER.test(line.trimEnd())) part?.markers.push(line.trimEnd());
    else part?.lines.push(line);
  }
  return parts.map(({ path, lines, markers }) => ({ path, text: lines.join(''), markers }));
}

function withMarkers(text: string, findings: readonly Finding[]): string {
  const lines = new LineIndex(text);
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const { line } = lines.positionAt(finding.at.start);
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  return text
    .split(/(?<=\n)/)
    .flatMap((line, number) => [line, ...(byLine.get(number) ?? []).map(finding => marker(finding, lines, line))])
    .join('');
}

/** The marker of a finding, its carets under the span; a span of the first column is marked from the second on. */
function marker({ at, severity, rule, message }: Finding, lines: LineIndex, line: string): string {
  const start = lines.positionAt(at.start);
  const end = lines.positionAt(at.end);
  const width = Math.max(1, (end.line === start.line ? end.column : line.trimEnd().length) - start.column);
  const column = Math.max(1, start.column);
  const carets = '^'.repeat(Math.max(1, start.column === 0 ? width - 1 : width));
  const newline = line.endsWith('\n') ? '' : '\n';
  return `${newline}#${' '.repeat(column - 1)}${carets} ${severity}[${rule}]: ${message}\n`;
}
