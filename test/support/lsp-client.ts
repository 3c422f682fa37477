/**
 * A small editor for the tests of the language server: it talks to `dist/server.js` in real messages over standard input
 * and output, keeps what it is told, and checks that nothing but messages comes back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileEvent,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';
import type { OwnNotifications, OwnRequests, PlanStatus } from '../../server/src/protocol';
import { measured, type Usage, usageOf } from './resource-usage';

export interface ClientOptions {
  /** Addresses of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Whether the client pulls diagnostics, as VS Code does; otherwise they are pushed. */
  readonly diagnostics?: 'pull' | 'push';
  /** The answer to questions for `onePlan`, by the folder asked about (`''` for none). */
  readonly settings?: (scope: string) => unknown;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  readonly processId?: number;
  /** Options of Node for the server's process. */
  readonly nodeOptions?: readonly string[];
  /** Variables of its environment beside our own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the server can be asked for what its process uses. */
  readonly measured?: boolean;
}

before(() => {
  buildIfStale();
});

/** What VS Code says of itself, as far as the server looks at it. */
const able: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

export class LspClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly statuses: PlanStatus[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  /** Errors and warnings of the log. */
  readonly log: string[] = [];
  /** Everything else in the log. */
  readonly notes: string[] = [];
  refreshes = 0;
  initialized: InitializeResult | undefined;
  /** The exit status, once the server has ended. */
  readonly ended: Promise<number | null>;
  private readonly versions = new Map<string, number>();
  private readonly watchers = new Set<() => void>();

  private constructor(private readonly options: ClientOptions) {
    const { nodeOptions = [], environment, measured: isMeasured = false } = options;
    const server = join(__dirname, '..', '..', 'dist', 'server.js');
    this.process = spawn(process.execPath, [...(isMeasured ? measured : []), ...nodeOptions, server, '--stdio'], {
      stdio: isMeasured ? ['pipe', 'pipe', 'pipe', 'ipc'] : 'pipe',
      env: { ...process.env, ...environment },
    });
    this.ended = new Promise(resolve => this.process.once('exit', code => resolve(code)));
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('The server has no pipes.');
    stdin.on('error', () => {});
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.listen();
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, client.initializeParams());
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Starts a server and says nothing to it. */
  static silent(): LspClient {
    return new LspClient({});
  }

  initializeParams(): InitializeParams {
    const {
      folders,
      diagnostics = 'pull',
      settings,
      capabilities,
      initializationOptions,
      processId,
      locale,
    } = this.options;
    const pull = diagnostics === 'pull' ? { diagnostic: { ...able.textDocument?.publishDiagnostics } } : {};
    return {
      processId: processId ?? process.pid,
      rootUri: null,
      workspaceFolders: folders?.map((uri, index) => ({ uri, name: `folder ${index + 1}` })) ?? null,
      capabilities: {
        ...able,
        ...capabilities,
        textDocument: { ...able.textDocument, ...pull, ...capabilities?.textDocument },
        workspace: { ...able.workspace, configuration: settings !== undefined, ...capabilities?.workspace },
      },
      initializationOptions,
      ...(locale === undefined ? {} : { locale }),
    };
  }

  async open(uri: string, text: string, languageId = 'oneplan'): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Tells of files that changed outside the editor: 1 made, 2 changed, 3 deleted. */
  async filesChanged(...changes: readonly FileEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [...changes] });
  }

  /** Adds and takes away folders of the workspace. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const named = (uris: readonly string[]) => uris.map(uri => ({ uri, name: uri }));
    const event = { added: named(added), removed: named(removed) };
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  }

  /** Tells that the settings of the editor have changed. */
  async settingsChanged(settings: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  /** Pulls the report on a document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...previous });
  }

  /** Pulls the diagnostics of a document. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('A full report was asked for.');
    return report.items;
  }

  /** Pulls the report on a document; the question can be taken back. */
  cancellable(uri: string): { readonly answer: Promise<DocumentDiagnosticReport>; readonly cancel: () => void } {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const answer = this.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
    return { answer, cancel: () => source.cancel() };
  }

  pullWorkspace(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  /** The diagnostics of the whole workspace, by address. */
  async workspace(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const { items } = await this.pullWorkspace();
    return new Map(items.flatMap(item => (item.kind === 'full' ? [[item.uri, item.items] as const] : [])));
  }

  /** The diagnostics that were pushed last for a document. */
  lastPublished(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.filter(sent => sent.uri === uri).at(-1);
  }

  /** Resolves when `holds`, looking again with everything that the server tells; gives up when the server is silent for minutes. */
  async until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        this.watchers.delete(look);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`Waited in vain for ${what}. The log: ${this.log.join('\n')}`));
      }, 240_000);
      this.watchers.add(look);
    });
  }

  /** What the server's process has used so far; the client has been started with `measured`. */
  usage(): Promise<Usage> {
    return new Promise(resolve => {
      this.process.once('message', (used: NodeJS.ResourceUsage) => resolve(usageOf(used)));
      this.process.send('usage');
    });
  }

  /** Milliseconds of processor time that the server spends while `work` is done. */
  async processorTime(work: () => Promise<unknown>): Promise<number> {
    const { processor } = await this.usage();
    await work();
    return (await this.usage()).processor - processor;
  }

  /** Ends the server as an editor does; returns the exit status. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await this.connection.sendRequest(ShutdownRequest.type);
      await this.connection.sendNotification(ExitNotification.type);
    }
    const status = await this.ended;
    this.connection.dispose();
    return status;
  }

  /** Ends the server as a crash does. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
    this.connection.dispose();
  }

  /** Asks what only this server is asked. */
  ask<M extends keyof OwnRequests>(method: M, params: OwnRequests[M]['params']): Promise<OwnRequests[M]['result']> {
    return this.connection.sendRequest(method, params);
  }

  /** Tells what only this server is told. */
  tell<M extends keyof OwnNotifications>(method: M, params: OwnNotifications[M]): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  private listen(): void {
    const { connection, options } = this;
    const told = <T>(note: (sent: T) => void) => {
      return (sent: T) => {
        note(sent);
        for (const look of [...this.watchers]) look();
      };
    };
    connection.onNotification(
      'oneplan/status',
      told<PlanStatus>(status => this.statuses.push(status)),
    );
    connection.onNotification(
      PublishDiagnosticsNotification.type,
      told(sent => this.published.push(sent)),
    );
    connection.onNotification(
      LogMessageNotification.type,
      told(({ type, message }) => (type <= MessageType.Warning ? this.log : this.notes).push(message)),
    );
    connection.onRequest(
      DiagnosticRefreshRequest.type,
      told(() => this.refreshes++),
    );
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri = '' }) => options.settings?.(scopeUri) ?? null),
    );
    connection.onError(([error]) => this.log.push(`stream: ${error.message}`));
    connection.listen();
  }
}
