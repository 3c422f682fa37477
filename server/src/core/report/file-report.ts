/** One file's part of a report: the edge at which offsets become lines and columns. */
import type { Finding, Related, Severity } from '../finding';
import type { Judgement } from '../judge';
import type { BcfPlan } from '../model/bcf-plan';
import type { Plan } from '../model/plan';
import { noneOf } from '../model/section';
import { readinessFrom, standingOf } from '../readiness';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import type { Waiver } from '../waivers/waiver';

/** A place in a text; lines and columns count from 1. */
interface ReportPosition {
  readonly line: number;
  readonly column: number;
}

export interface ReportRange {
  readonly start: ReportPosition;
  readonly end: ReportPosition;
}

export interface ReportedPlace {
  readonly path: string;
  readonly range: ReportRange;
  readonly message: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: ReportRange; readonly text: string }[];
}

export interface ReportedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: ReportRange;
  readonly related: readonly ReportedPlace[];
  /** Whether `--fix` puts it right. */
  readonly fixable: boolean;
  readonly fixes: readonly ReportedFix[];
  readonly fingerprint: string;
}

export interface ReportedWaiver {
  readonly problem: ReportedProblem;
  readonly reason: string;
  readonly owner: string | undefined;
  readonly until: string | undefined;
  readonly range: ReportRange;
}

/** A section that the plan leaves empty knowingly: `{none: the reason}`. */
interface EmptySection {
  readonly section: string;
  readonly reason: string;
  readonly range: ReportRange;
}

/** The reason of a waiver with its owner and end, as every report tells it: "agreed in May (j-example, until 2030-03-31)". */
export function reasonOf({ reason, owner, until }: ReportedWaiver): string {
  const terms = [owner, until && `until ${until}`].filter(Boolean).join(', ');
  return terms ? `${reason} (${terms})` : reason;
}

export interface FileReport {
  /** Relative to the working folder, with `/`. */
  readonly path: string;
  /** The lines of the text, without their ends. */
  readonly lines: readonly string[];
  readonly framework: { readonly id: string; readonly title: string } | undefined;
  readonly problems: readonly ReportedProblem[];
  readonly waived: readonly ReportedWaiver[];
  /** How many findings are left out because only errors are asked for. */
  readonly hidden: number;
  /** Findings that the baseline holds, and that are not reported again. */
  readonly known: readonly ReportedProblem[];
  /** How many findings the baseline holds that are not found any more. */
  readonly gone: number;
  readonly emptySections: readonly EmptySection[];
  /** What stands between the plan and being agreed, where the run asked for it. */
  readonly readiness: ReportedReadiness | undefined;
}

export interface ReportedReadiness {
  /** "7 to do before it can be agreed". */
  readonly standing: string;
  readonly toDo: number;
  /** Counts by section, those with nothing to do left out, and by condition of the framework. */
  readonly sections: readonly { readonly key: string; readonly title: string; readonly toDo: number }[];
  readonly conditions: readonly { readonly id: string; readonly title: string; readonly toDo: number }[];
}

/** A file as it was judged. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly judgement: Judgement;
  readonly document: Plan | BcfPlan | undefined;
}

export interface FileReportOptions {
  /** The text of another document that a related place is in, by its uri, with the path to show. */
  readonly other: (uri: string) => { readonly path: string; readonly text: string } | undefined;
  /** Fingerprints that the baseline holds for the file. */
  readonly known: ReadonlySet<string>;
  readonly show: 'everything' | 'errors';
  /** Whether the file was judged as if it were agreed, to tell what stands in the way. */
  readonly readiness: 'told' | 'not told';
}

/** What a report says of one file. */
export function fileReportOf(file: JudgedFile, options: FileReportOptions): FileReport {
  const places = new Places(file.text);
  const reported = (finding: Finding) => problemOf(finding, file, places, options);
  const { findings, waived, framework } = file.judgement;
  const shown = options.show === 'everything' ? findings : findings.filter(({ severity }) => severity === 'error');
  const problems = shown.filter(({ fingerprint }) => !options.known.has(fingerprint)).map(reported);
  return {
    path: file.path,
    lines: places.texts(),
    framework: framework && { id: framework.id, title: framework.shortTitle },
    problems,
    hidden: findings.filter(({ fingerprint }) => !options.known.has(fingerprint)).length - problems.length,
    known: shown.filter(({ fingerprint }) => options.known.has(fingerprint)).map(reported),
    gone: goneFrom(file.judgement, options.known),
    waived: waived.map(({ finding, waiver }) => waiverOf(reported(finding), waiver, places)),
    emptySections: file.document ? emptySectionsOf(file.document, places) : [],
    readiness: options.readiness === 'told' ? readinessIn(file, options) : undefined,
  };
}

function goneFrom({ findings }: Judgement, known: ReadonlySet<string>): number {
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return [...known].filter(fingerprint => !found.has(fingerprint)).length;
}

function readinessIn(
  { document, judgement }: JudgedFile,
  { known }: Pick<FileReportOptions, 'known'>,
): ReportedReadiness | undefined {
  if (document?.kind !== 'one-plan' || judgement.stage === 'superseded') return undefined;
  const findings = judgement.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const { toDo, sections, conditions } = readinessFrom({ document }, { ...judgement, findings });
  return {
    standing: standingOf(document, toDo.length),
    toDo: toDo.length,
    sections: sections.map(section => ({ key: section.key, title: section.title, toDo: section.toDo.length })),
    conditions: conditions.map(({ condition, toDo: own }) => ({
      id: condition.id,
      title: condition.title,
      toDo: own.length,
    })),
  };
}

/** Offsets of a text as lines and columns. */
class Places {
  private readonly lines: LineIndex;
  /** Editors do not show a byte order mark, so columns do not count it. */
  private readonly mark: number;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
    this.mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  range(at: Span): ReportRange {
    return { start: this.position(at.start), end: this.position(Math.max(at.start, at.end)) };
  }

  texts(): readonly string[] {
    return Array.from({ length: this.lines.lineCount }, (_, line) =>
      this.text.slice(this.lines.startOf(line) + (line === 0 ? this.mark : 0), this.lines.endOf(line)),
    );
  }

  private position(offset: number): ReportPosition {
    const { line, column } = this.lines.positionAt(offset);
    return { line: line + 1, column: (line === 0 ? Math.max(0, column - this.mark) : column) + 1 };
  }
}

function problemOf(
  finding: Finding,
  file: JudgedFile,
  places: Places,
  options: Pick<FileReportOptions, 'other'>,
): ReportedProblem {
  const fixes = finding.fixes ?? [];
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: places.range(finding.at),
    related: (finding.related ?? []).map(related => relatedOf(related, file.path, places, options)),
    fixable: fixes.some(fix => fix.safe),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ at, text }) => ({ range: places.range(at), text })),
    })),
    fingerprint: finding.fingerprint,
  };
}

function relatedOf(
  { at, message, uri }: Related,
  path: string,
  places: Places,
  { other }: Pick<FileReportOptions, 'other'>,
): ReportedPlace {
  const document = uri === undefined ? undefined : other(uri);
  if (!document) return { path, range: places.range(at), message };
  return { path: document.path, range: new Places(document.text).range(at), message };
}

function waiverOf(problem: ReportedProblem, waiver: Waiver, places: Places): ReportedWaiver {
  const { reason, owner, until, at } = waiver;
  return { problem, reason, owner, until, range: places.range(at) };
}

function emptySectionsOf({ root }: Plan | BcfPlan, places: Places): readonly EmptySection[] {
  return root.entries.flatMap(({ key, value }) => {
    const reason = noneOf(value)?.written;
    return reason === undefined ? [] : [{ section: key.text, reason, range: places.range(key) }];
  });
}
