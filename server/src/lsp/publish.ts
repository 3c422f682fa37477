/**
 * Publishes changes to the client: pushes diagnostics or asks the client to pull them again, and sends the status of
 * each open plan. Work that a newer change has overtaken is dropped; between documents other messages get their turn.
 */
import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace';
import type { ClientCapabilities } from './client-capabilities';
import type { ClientSettings } from './client-settings';
import type { DiagnosticReports } from './diagnostic-reports';
import type { Feeder } from './feeder';
import type { Guard } from './guard';
import type { OpenDocument, OpenDocuments } from './open-documents';
import { ownNotificationType } from './own-types';
import { otherStatus, planStatus } from './plan-status';
import { yieldToEventLoop } from './yield-to-event-loop';

export interface PublisherParts {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly guard: Guard;
  readonly open: OpenDocuments;
  readonly workspace: Workspace;
  readonly editor: ClientSettings;
  readonly feeder: Feeder;
  readonly reports: DiagnosticReports;
}

/**
 * After this many milliseconds without a change, the less urgent is sent: other documents, and the readiness of each
 * plan.
 */
const QUIET = 100;

export class DiagnosticsPublisher {
  private change = 0;
  private readonly changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The version and judgement that each open document's last status was sent for. */
  private readonly statuses = new Map<string, string>();
  private readonly logged = new WeakSet<object>();

  constructor(private readonly parts: PublisherParts) {}

  /** Something changed; `key` is the document whose text changed, if it was one. */
  after(key?: string): void {
    this.change++;
    if (key !== undefined) this.changed.add(key);
    void this.parts.guard.inBackground('telling of a change', () => this.tellSoon(this.change));
  }

  /** A document was closed. */
  closed(key: string): void {
    this.statuses.delete(key);
    this.changed.delete(key);
    this.after();
  }

  private async tellSoon(change: number): Promise<void> {
    await yieldToEventLoop();
    if (change !== this.change) return;
    for (const key of [...this.changed]) {
      await this.tellOfChanged(key);
      if (change !== this.change) return;
    }
    clearTimeout(this.timer);
    const { guard } = this.parts;
    this.timer = setTimeout(() => void guard.inBackground('telling of other documents', () => this.tellOfAll()), QUIET);
  }

  /** Publishes the document that the user just changed before any other. */
  private async tellOfChanged(key: string): Promise<void> {
    const { feeder, editor, client } = this.parts;
    const document = this.parts.open.get(key);
    if (document) {
      await editor.ready();
      await feeder.settle(key);
      if (this.parts.open.get(key) !== document) return;
      if (!client.pullsDiagnostics) await this.push(key);
      if (!this.statuses.has(key)) await this.sendFirstStatus(document);
    }
    this.changed.delete(key);
  }

  /** The first status of an opened plan is sent at once; later ones may wait for a pause. */
  private async sendFirstStatus(document: OpenDocument): Promise<void> {
    await yieldToEventLoop();
    if (this.parts.open.get(document.key) === document) this.sendStatus(document);
  }

  private async tellOfAll(): Promise<void> {
    const { change } = this;
    const { client, reports, connection, open } = this.parts;
    let isStale = false;
    for (const key of [...open.keys(), ...reports.keys().filter(key => !open.has(key))]) {
      await yieldToEventLoop();
      if (change !== this.change) return;
      if (!client.pullsDiagnostics) await this.push(key);
      else isStale ||= this.isStale(key);
      const document = open.get(key);
      if (document) this.sendStatus(document);
      this.log(key);
    }
    if (!client.pullsDiagnostics) await this.pushGone();
    else if (isStale && client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
  }

  /** Whether the client has another report of this very version; for a newer version it pulls by itself. */
  private isStale(key: string): boolean {
    const { reports, open } = this.parts;
    const told = reports.toldOf(key);
    return told !== undefined && told.version === open.get(key)?.version && told.resultId !== reports.of(key).resultId;
  }

  private async push(key: string): Promise<void> {
    const { reports, open, connection } = this.parts;
    const report = reports.of(key);
    const version = open.get(key)?.version;
    const told = reports.toldOf(key);
    if (told?.resultId === report.resultId && told.version === version) return;
    if (told === undefined && report.items.length === 0 && version === undefined) return;
    reports.tell(key, report);
    await connection.sendDiagnostics({
      uri: open.uriOf(key),
      diagnostics: [...report.items],
      ...(version === undefined ? {} : { version }),
    });
  }

  private async pushGone(): Promise<void> {
    const { reports, open, connection } = this.parts;
    for (const key of reports.gone()) {
      reports.forget(key);
      await connection.sendDiagnostics({ uri: open.uriOf(key), diagnostics: [] });
    }
  }

  private sendStatus(document: OpenDocument): void {
    const { key, uri, version } = document;
    const status = this.parts.workspace.isPlan(key) ? planStatus(this.parts.workspace, key, uri) : otherStatus(uri);
    const sent = JSON.stringify([version, status]);
    if (this.statuses.get(key) === sent) return;
    this.statuses.set(key, sent);
    void this.parts.guard.inBackground('sending a status', () =>
      this.parts.connection.sendNotification(ownNotificationType('oneplan/status'), status),
    );
  }

  /** Logs rules that crashed, once a judgement. */
  private log(key: string): void {
    const judgement = this.parts.workspace.judge(key);
    if (!judgement || this.logged.has(judgement)) return;
    this.logged.add(judgement);
    for (const { rule, error } of judgement.crashes) this.parts.guard.report(`the rule "${rule}"`, error);
  }
}
