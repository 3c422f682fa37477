/** The command line as a process: joins `run` to this machine's files and streams, and ends with its status. */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import type { Io } from '../cli/io';
import { run } from '../cli/run';
import { UsageError } from '../cli/usage-error';
import { limits, say } from '../core/index';
import { textOf } from '../files/decode';
import { machineFiles, reasonOf, tooLarge } from '../files/disk';
import { homepage, rulePages } from '../rule-page-address';
import type { FileText } from '../workspace/file-text';

const { name, version }: { name: string; version: string } = manifest;

/** Signals by which people and systems end a program. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const io: Io = {
  folder: process.cwd(),
  environment: process.env,
  tool: { name, version, homepage, rulePages },
  files: machineFiles,
  isTerminal: () => process.stdout.isTTY === true,
  readInput,
  out: writeResults,
  tell,
  clock: () => performance.now(),
  uninterrupted,
  serve,
};

// The yaml package prints what it does when these are set, which would spoil the results.
for (const variable of ['LOG_STREAM', 'LOG_TOKENS']) delete process.env[variable];

run(process.argv.slice(2), io).then(
  status => {
    process.exitCode = status;
  },
  (error: NodeJS.ErrnoException) => {
    // Nobody reads on, as with `| head`: other programs end with this status too.
    process.exitCode = error.code === 'EPIPE' ? 141 : 3;
  },
);

/** @throws UsageError where the results cannot be written, as on a disk that is full. */
function writeResults(text: string): void {
  try {
    send(1, text);
  } catch (error) {
    const why = isClosedPipe(error) ? undefined : reasonOf(error);
    throw why === undefined ? error : new UsageError(`The output ${why}.`);
  }
}

/** Where nothing can be told, as on a disk that is full, the work goes on and the exit status tells. */
function tell(text: string): void {
  try {
    send(2, text);
  } catch (error) {
    if (isClosedPipe(error) || reasonOf(error) === undefined) throw error;
  }
}

function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}

/** Writes everything, and waits where a pipe is full. Streams are not used, because loading them takes a while. */
function send(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  let sent = 0;
  while (sent < bytes.length) {
    try {
      sent += writeSync(stream, bytes, sent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function readInput(): FileText {
  try {
    const bytes = readFileSync(0);
    return bytes.length > limits.size ? tooLarge(bytes.length) : textOf(bytes);
  } catch (error) {
    return { kind: 'unreadable', why: say`cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
}

/** Holds signals back while `work` goes on; the first of them ends the process afterwards, as it would have. */
async function uninterrupted<T>(work: () => T): Promise<T> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held ??= signal;
  };
  for (const signal of ENDING) process.on(signal, hold);
  try {
    return work();
  } finally {
    // Signals are delivered when the event loop turns.
    await new Promise(resolve => setImmediate(resolve));
    for (const signal of ENDING) process.off(signal, hold);
    if (held) process.kill(process.pid, held);
  }
}

/** The server is a program of its own beside this one; it ends the process itself. */
function serve(): Promise<void> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  require(join(__dirname, 'server.js'));
  return new Promise(() => {});
}
