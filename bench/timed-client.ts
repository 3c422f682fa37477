/** A language client that times: it takes what is pushed, and asks. All times are milliseconds. */
import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { LanguageClient } from '../test/support/language-client';
import { environment } from './peers';

/** How a server is started, and what it is told when it asks for settings. */
export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly settings: unknown;
}

const uri = 'file:///plans/timed.plan.yaml';

export class TimedClient {
  private version = 0;

  private constructor(private readonly client: LanguageClient) {}

  /** Starts `server`; resolves with the client and the time to its answer to `initialize`. */
  static async start(server: Server): Promise<{ readonly client: TimedClient; readonly time: number }> {
    const begun = performance.now();
    const client = new LanguageClient({
      command: server.command,
      environment: environment(),
      settings: (_, section) => sectionOf(server.settings, section),
    });
    await client.initialize({
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { publishDiagnostics: { versionSupport: true } },
      },
    });
    const time = performance.now() - begun;
    await client.settingsChanged(server.settings);
    return { client: new TimedClient(client), time };
  }

  /** Opens `text`; the time to its findings. */
  async open(text: string, languageId: string): Promise<number> {
    this.version = 1;
    return this.timeFindings(
      () => this.client.open(uri, text, languageId),
      () => true,
    );
  }

  /** Replaces a stretch of a line; the time to findings that meet `expected`. */
  async change(
    line: number,
    from: number,
    to: number,
    text: string,
    expected: (found: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    this.version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    return this.timeFindings(() => this.client.change(uri, { range, text }), expected);
  }

  /** Asks about a place; the time to the answer, none where the server fails. */
  async ask(
    method: 'textDocument/completion' | 'textDocument/hover',
    line: number,
    character: number,
  ): Promise<number> {
    const begun = performance.now();
    const asked = { textDocument: { uri }, position: { line, character } };
    const failed = await this.client.connection.sendRequest(method, asked).then(
      () => false,
      () => true,
    );
    return failed ? Number.NaN : performance.now() - begun;
  }

  /** Megabytes that the server holds, where the system tells. */
  memory(): number | undefined {
    const status = `/proc/${this.client.process.pid}/status`;
    if (!existsSync(status)) return undefined;
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] ?? Number.NaN) / 1024;
  }

  stop(): void {
    void this.client.kill();
  }

  /** The time from `send` to findings of the newest version that meet `expected`; of those that name no version, to any that do. */
  private async timeFindings(
    send: () => Promise<void>,
    expected: (found: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    const { published } = this.client;
    published.length = 0;
    const begun = performance.now();
    const found = this.client.until('findings', () => {
      const last = published.at(-1);
      return last !== undefined && (last.version ?? this.version) === this.version && expected(last.diagnostics);
    });
    await send();
    await found;
    return performance.now() - begun;
  }
}

function sectionOf(settings: unknown, section: string): unknown {
  if (section === '') return settings;
  return (settings as Record<string, unknown>)[section] ?? null;
}
