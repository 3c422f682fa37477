/** Promises of speed, kept in processor time: however busy the machine is, a program uses no more of it than on its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process has used so far. */
export interface Usage {
  /** Milliseconds of processor time, of all its threads. */
  readonly processor: number;
  /** The most megabytes that it held at a time. */
  readonly memory: number;
}

/** Options of Node for a process that tells what it used. */
export const measured: readonly string[] = ['--require', join(__dirname, 'tell-usage.cjs')];

/**
 * A promise may be overrun so many times: processors differ, one with a busy neighbour is slower, and the collector's threads
 * count as well. What grows with the square of a text's length goes far beyond.
 */
const factor = 4;

/** Runs `work`, which is promised to take `promised` milliseconds. @throws AssertionError when it used far more. */
export function keepsTo<T>(promised: number, work: () => T, what = 'the work'): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  assertKept(promised, (user + system) / 1_000, what);
  return result;
}

/** @throws AssertionError when `used` milliseconds of processor time are far more than was promised. */
export function assertKept(promised: number, used: number, what: string): void {
  assert.ok(
    used < factor * promised,
    `${what} used ${Math.round(used)} ms of processor time; promised are ${promised}`,
  );
}

export function usageOf({ userCPUTime, systemCPUTime, maxRSS }: NodeJS.ResourceUsage): Usage {
  return { processor: (userCPUTime + systemCPUTime) / 1_000, memory: maxRSS / 1_024 };
}

/** What a process that has ended used, by the file that its `RESOURCE_USAGE` named. */
export function usageIn(file: string): Usage {
  return usageOf(JSON.parse(readFileSync(file, 'utf8')));
}
