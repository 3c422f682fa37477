/** A client of a language server over standard input and output, for timing: it takes what is pushed, and asks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { environment } from './peers';

/** How a server is started, and what it is told when it asks for settings. */
export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly settings: unknown;
}

const uri = 'file:///plans/timed.plan.yaml';

export class LanguageClient {
  private version = 0;
  private heard: (diagnostics: readonly Diagnostic[], version: number | undefined) => void = () => {};

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
  ) {}

  /** Starts `server`; resolves with the client and the milliseconds to its answer to `initialize`. */
  static async start(server: Server): Promise<{ readonly client: LanguageClient; readonly time: number }> {
    const begun = performance.now();
    const child = spawn(process.execPath, [...server.command], {
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LanguageClient(child, connection);
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics, version }) =>
      client.heard(diagnostics, version),
    );
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }: { section?: string }) => sectionOf(server.settings, section)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: { versionSupport: true } },
    };
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
    });
    const time = performance.now() - begun;
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
    return { client, time };
  }

  /** Opens `text`; milliseconds to its findings. */
  async open(text: string, languageId: string): Promise<number> {
    this.version = 1;
    const begun = performance.now();
    const found = this.nextFindings(() => true);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    await found;
    return performance.now() - begun;
  }

  /** Replaces a stretch of a line; milliseconds to findings that meet `expected`. */
  async change(
    line: number,
    from: number,
    to: number,
    text: string,
    expected: (found: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    this.version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const begun = performance.now();
    const found = this.nextFindings(expected);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.version },
      contentChanges: [{ range, text }],
    });
    await found;
    return performance.now() - begun;
  }

  /** Asks about a place; milliseconds to the answer, none where the server fails. */
  async ask(
    method: 'textDocument/completion' | 'textDocument/hover',
    line: number,
    character: number,
  ): Promise<number> {
    const begun = performance.now();
    const asked = { textDocument: { uri }, position: { line, character } };
    const failed = await this.connection.sendRequest(method, asked).then(
      () => false,
      () => true,
    );
    if (failed) return Number.NaN;
    return performance.now() - begun;
  }

  /** Megabytes that the server holds, where the system tells. */
  memory(): number | undefined {
    const status = `/proc/${this.child.pid}/status`;
    if (!existsSync(status)) return undefined;
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] ?? Number.NaN) / 1024;
  }

  stop(): void {
    this.connection.dispose();
    this.child.kill('SIGKILL');
  }

  /** Findings of the newest version; of those that name no version, any that come. */
  private nextFindings(expected: (found: readonly Diagnostic[]) => boolean): Promise<void> {
    const limit = 60_000;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No such findings came in ${limit} ms.`)), limit);
      this.heard = (diagnostics, version) => {
        if ((version !== undefined && version !== this.version) || !expected(diagnostics)) return;
        clearTimeout(timer);
        this.heard = () => {};
        resolve();
      };
    });
  }
}

function sectionOf(settings: unknown, section = ''): unknown {
  if (section === '') return settings;
  return (settings as Record<string, unknown>)[section] ?? null;
}
