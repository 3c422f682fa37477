/** The process of the command line: connects `run` to this machine's files and streams, and exits with its status. */
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

/** Signals that end a program. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const io: Io = {
  folder: process.cwd(),
  environment: process.env,
  tool: { name, version, homepage, rulePages },
  files: machineFiles,
  isTerminal: () => process.stdout.isTTY === true,
  readInput,
  stdout: writeResults,
  stderr: tell,
  clock: () => performance.now(),
  uninterrupted,
  serve,
};

// These make the yaml package print debug output, which would corrupt the results.
for (const variable of ['LOG_STREAM', 'LOG_TOKENS']) delete process.env[variable];

run(process.argv.slice(2), io).then(
  status => {
    process.exitCode = status;
  },
  (error: NodeJS.ErrnoException) => {
    // The reader has gone, as with `| head`: exit with the usual status for that.
    process.exitCode = error.code === 'EPIPE' ? 141 : 3;
  },
);

/** @throws UsageError where the results cannot be written, for example on a full disk. */
function writeResults(text: string): void {
  try {
    send(1, text);
  } catch (error) {
    const why = isClosedPipe(error) ? undefined : reasonOf(error);
    throw why === undefined ? error : new UsageError(`The output ${why}.`);
  }
}

/** Where standard error cannot be written, the work goes on and the exit status reports the result. */
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

/** Writes everything, waiting while a pipe is full. Streams are avoided because loading them takes time. */
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

/** Defers signals while `work` runs; the first of them then ends the process as it would have. */
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

/** The server is a separate program beside this one; it ends the process itself. */
function serve(): Promise<void> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  require(join(__dirname, 'server.js'));
  return new Promise(() => {});
}
