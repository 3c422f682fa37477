/**
 * A small language client for tests and for timing: it starts any server as a process, talks to it in real messages over standard
 * input and output, keeps what it is told, and notes when anything but messages comes back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
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
} from 'vscode-languageserver-protocol/node';
import { measured, type Usage, usageOf } from './resource-usage';

/** How a server is started, and what it is told when it asks. */
export interface ServerOptions {
  /** What Node runs: the program's file and its arguments, with Node's own options before them. */
  readonly command: readonly string[];
  /** The variables of its process. */
  readonly environment: NodeJS.ProcessEnv;
  /** The answer to a question for settings: by the folder asked about (`''` for none) and the section. */
  readonly settings?: ((scope: string, section: string) => unknown) | undefined;
  /** Whether it can be asked for what its process uses. */
  readonly measured?: boolean;
}

/** After so many milliseconds nothing more is waited for; what comes ends the wait at once. */
const hang = 240_000;

export class LanguageClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
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

  constructor({ command, environment, settings, measured: isMeasured = false }: ServerOptions) {
    this.process = spawn(process.execPath, [...(isMeasured ? measured : []), ...command], {
      stdio: isMeasured ? ['pipe', 'pipe', 'ignore', 'ipc'] : ['pipe', 'pipe', 'ignore'],
      env: environment,
    });
    this.ended = new Promise(resolve => this.process.once('exit', code => resolve(code)));
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('The server has no pipes.');
    stdin.on('error', () => {});
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.listen(settings);
  }

  /** Shakes hands with the server. */
  async initialize(params: InitializeParams): Promise<void> {
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
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

  /** Tells that the settings of the editor have changed. */
  async settingsChanged(settings: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
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
      }, hang);
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

  /** A listener that notes what is sent, and lets everybody look who waits. */
  protected told<T>(note: (sent: T) => void): (sent: T) => void {
    return sent => {
      note(sent);
      for (const look of [...this.watchers]) look();
    };
  }

  private listen(settings: ServerOptions['settings']): void {
    const { connection } = this;
    connection.onNotification(
      PublishDiagnosticsNotification.type,
      this.told(sent => this.published.push(sent)),
    );
    connection.onNotification(
      LogMessageNotification.type,
      this.told(({ type, message }) => (type <= MessageType.Warning ? this.log : this.notes).push(message)),
    );
    connection.onRequest(
      DiagnosticRefreshRequest.type,
      this.told(() => this.refreshes++),
    );
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri = '', section = '' }) => settings?.(scopeUri, section) ?? null),
    );
    connection.onError(([error]) => this.log.push(`stream: ${error.message}`));
    connection.listen();
  }
}
