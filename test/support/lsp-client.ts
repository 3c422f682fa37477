/** The language client of the tests: it starts `dist/server.js`, says of itself what VS Code says, and pulls what that pulls. */
import { join } from 'node:path';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type FileEvent,
  type InitializeParams,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';
import type { OwnNotifications, OwnRequests, PlanStatus } from '../../server/src/protocol';
import { LanguageClient } from './language-client';

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

/** The server of this folder. */
const server = join(__dirname, '..', '..', 'dist', 'server.js');

export class LspClient extends LanguageClient {
  readonly statuses: PlanStatus[] = [];

  private constructor(private readonly options: ClientOptions) {
    const { nodeOptions = [], environment, settings, measured = false } = options;
    const command = [...nodeOptions, server, '--stdio'];
    super({ command, environment: { ...process.env, ...environment }, settings, measured });
    this.connection.onNotification(
      'oneplan/status',
      this.told<PlanStatus>(status => this.statuses.push(status)),
    );
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    await client.initialize(client.initializeParams());
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

  /** Asks what only this server is asked. */
  ask<M extends keyof OwnRequests>(method: M, params: OwnRequests[M]['params']): Promise<OwnRequests[M]['result']> {
    return this.connection.sendRequest(method, params);
  }

  /** Tells what only this server is told. */
  tell<M extends keyof OwnNotifications>(method: M, params: OwnNotifications[M]): Promise<void> {
    return this.connection.sendNotification(method, params);
  }
}
