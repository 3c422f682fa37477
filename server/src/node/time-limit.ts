/** Stops work that does not finish: V8 can stop a script that it runs, loops and regular expressions included. */
import { writeSync } from 'node:fs';
import { type Context, createContext, Script } from 'node:vm';
import { LogMessageNotification, MessageType } from 'vscode-languageserver';
import type { TimeLimit } from '../lsp/time-limit';

/** Milliseconds of processor time after which work counts as slow, and after which it is stopped. */
const SLOW = 2_000;
const GIVEN_UP = 8_000;
/** On a machine that has no time for it, work is waited for so many times as long. */
const MOST_WAITING = 8;

const room: { work: () => void } = { work: () => {} };
let context: Context | undefined;
let call: Script | undefined;

/** Runs `work`; from the second try on as long as the processor did not have the time for it. */
export const timeLimit: TimeLimit = (what, work, patience) => {
  const first = tried(work, SLOW);
  if (first.done) return { value: first.value };
  const tell = () => tellAtOnce(`One Plan is busy with ${what}, which takes longer than it should.`);
  // A machine that has no time for the work is no news of the plan, until it has been waited for.
  if (!first.starved) tell();
  if (patience === 'short' && !first.starved) return undefined;
  for (let waiting = 1; waiting <= MOST_WAITING; waiting *= 2) {
    const again = tried(work, GIVEN_UP * waiting);
    if (again.done) return { value: again.value };
    if (first.starved && waiting === 1) tell();
    if (!again.starved) return undefined;
  }
  return undefined;
};

type Try<R> = { readonly done: true; readonly value: R } | { readonly done: false; readonly starved: boolean };

function tried<R>(work: () => R, timeout: number): Try<R> {
  let outcome: Try<R> = { done: false, starved: false };
  context ??= createContext(room);
  call ??= new Script('work()');
  // Work may be asked for within work: the newest is called before anything else can be put in its place.
  room.work = () => {
    outcome = { done: true, value: work() };
  };
  const before = process.cpuUsage();
  try {
    call.runInContext(context, { timeout });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    const used = process.cpuUsage(before).user / 1_000;
    outcome = { done: false, starved: used < timeout * 0.6 };
  }
  return outcome;
}

/**
 * A line in the client's log that does not wait for the event loop, which has no turn now. It is left out where a message
 * is on its way, or nobody can be told so.
 */
function tellAtOnce(message: string): void {
  const { method } = LogMessageNotification;
  const line = { jsonrpc: '2.0', method, params: { type: MessageType.Warning, message } };
  if (process.argv.includes('--node-ipc')) process.send?.(line);
  else if (process.argv.includes('--stdio') && process.stdout.writableLength === 0) {
    const content = JSON.stringify(line);
    writeSync(1, `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }
}
