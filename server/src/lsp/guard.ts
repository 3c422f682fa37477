/**
 * The one place where the server catches its own faults. Every request, notification, timer and promise runs under it:
 * a crash becomes one line in the log and a proper answer, and the server goes on.
 */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { say } from '../core/index';
import { type TimeLimit, Watchdog } from './time-limit';

export type Log = (line: string) => void;

export class Guard {
  private state: 'new' | 'running' | 'shut down' = 'new';

  private readonly watchdog: Watchdog;

  constructor(
    private readonly log: Log,
    limit?: TimeLimit,
  ) {
    this.watchdog = new Watchdog(limit, log);
  }

  /** Changes the state: `initialize` or `shutdown` was received. */
  enter(state: 'running' | 'shut down'): void {
    this.state = state;
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  get isShutDown(): boolean {
    return this.state === 'shut down';
  }

  /**
   * Runs a request; returns its result, or an error that says why there is none. A thrown `ResponseError` is returned
   * as it is.
   */
  async request<R>(method: string, work: () => R | Promise<R>): Promise<R | ResponseError> {
    const refused = this.refusal();
    if (refused) return refused;
    try {
      const begun = guardedBelow.has(method) ? { value: work() } : this.bounded(method, work);
      return begun ? await begun.value : stopped(method);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      this.log(lineOf(method, error));
      return new ResponseError(
        ErrorCodes.InternalError,
        say`One Plan could not answer ${method} because of a fault of its own.`,
      );
    }
  }

  /** The result of `work` on `what`; `undefined` where the time limit had to stop it. */
  bounded<R>(what: string, work: () => R): { readonly value: R } | undefined {
    return this.watchdog.run(what, work);
  }

  /** Runs the handler of a notification. */
  async notification(method: string, work: () => unknown): Promise<void> {
    if (this.isRunning) await this.inBackground(method, work);
  }

  /** Logs a fault that was caught elsewhere. */
  report(what: string, error: unknown): void {
    this.log(lineOf(what, error));
  }

  /** Runs work that nobody awaits. Never rejects. */
  async inBackground(what: string, work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log(lineOf(what, error));
    }
  }

  private refusal(): ResponseError | undefined {
    if (this.state === 'running') return undefined;
    if (this.state === 'new')
      return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been started by "initialize".');
    return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
  }
}

/** Requests that do nothing but read and judge documents, which is guarded for each document. */
const guardedBelow: ReadonlySet<string> = new Set(['textDocument/diagnostic', 'workspace/diagnostic']);

function stopped(method: string): ResponseError {
  return new ResponseError(ErrorCodes.InternalError, `One Plan could not answer ${method} in time.`);
}

/** One log line: the task, the error and where it was thrown. */
function lineOf(what: string, error: unknown): string {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Fault in ${what}: ${told
    .split('\n')
    .slice(0, 4)
    .map(line => line.trim())
    .join(' | ')}`;
}
