/**
 * The diagnostics of each document, and the report that the client got last. A report is computed once a judgement; its
 * result id changes only when its content changes.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { type Finding, type Judgement, LineIndex } from '../core/index';
import type { Workspace } from '../workspace/workspace';
import type { ActiveEdit } from './active-edit';
import type { ClientCapabilities } from './client-capabilities';
import type { OpenDocuments } from './open-documents';
import { diagnosticOf } from './to-lsp';

export interface DiagnosticReport {
  /** Stays the same while the content of the report does. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What the client was last sent for a document. */
export interface Told {
  readonly resultId: string;
  /** The version of the open document that the report was for. */
  readonly version: number | undefined;
}

interface Made {
  readonly from: Judgement | undefined;
  /** The offset of typing, if any. */
  readonly typed: number | undefined;
  readonly said: string;
  readonly report: DiagnosticReport;
}

export class DiagnosticReports {
  private readonly made = new Map<string, Made>();
  private readonly told = new Map<string, Told>();
  // Result ids of an earlier run of the server must not look like ours.
  private readonly run = Math.random().toString(36).slice(2, 10);
  private count = 0;

  constructor(
    private readonly client: ClientCapabilities,
    private readonly open: OpenDocuments,
    private readonly workspace: Workspace,
    private readonly activeEdit: ActiveEdit,
  ) {}

  /** Every document with a report: open documents, the plans of the folders and their configuration files. */
  keys(): readonly string[] {
    return [...new Set([...this.workspace.uris(), ...this.workspace.settingsFiles()])];
  }

  /** The report on the newest version of `key`; empty for an unknown document or one that is no plan. */
  of(key: string): DiagnosticReport {
    const settingsFile = this.workspace.settingsFile(key);
    const judged = this.workspace.isPlan(key) ? this.workspace.judge(key) : undefined;
    const from = settingsFile ? settingsFile.judgement : judged;
    const before = this.made.get(key);
    const typed = settingsFile ? undefined : this.activeEdit.offsetIn(key);
    if (before && before.from === from && before.typed === typed) return before.report;
    const lines = settingsFile ? new LineIndex(settingsFile.text) : this.workspace.lines(key);
    const findings = typed === undefined ? from?.findings : this.workspace.findingsWhileTyping(key, typed);
    const items = from && findings && lines ? this.diagnostics(key, findings, lines) : [];
    const said = JSON.stringify(items);
    const report = before?.said === said ? before.report : { resultId: `${this.run}.${++this.count}`, items };
    this.made.set(key, { from, typed, said, report });
    return report;
  }

  /** Records that the client got `report`. */
  tell(key: string, report: DiagnosticReport): void {
    this.told.set(key, { resultId: report.resultId, version: this.open.get(key)?.version });
  }

  toldOf(key: string): Told | undefined {
    return this.told.get(key);
  }

  /** Documents that the client has a report of and that no longer have one. */
  gone(): readonly string[] {
    const keys = new Set(this.keys());
    return [...this.told.keys()].filter(key => !keys.has(key));
  }

  forget(key: string): void {
    this.told.delete(key);
    this.made.delete(key);
  }

  private diagnostics(key: string, findings: readonly Finding[], lines: LineIndex): readonly Diagnostic[] {
    const document = { uri: this.open.uriOf(key), lines };
    const linesOf = (other: string) => {
      const otherLines = this.workspace.lines(other);
      return otherLines && { uri: this.open.uriOf(other), lines: otherLines };
    };
    return findings.map(finding => diagnosticOf(finding, document, this.client, linesOf));
  }
}
