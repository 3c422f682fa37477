/** How far a text could be read, told from its faults: one answer for all who ask whether a text may be trusted. */
import type { Fault } from './finding';

/**
 * `broken`: something cannot be read, so that what follows from the text may be wrong. `repaired`: all that cannot be
 * read has a safe fix, and was read as it will stand after it, so that nothing is lost. `whole`: everything was read.
 */
export type Reading = 'whole' | 'repaired' | 'broken';

export function readingOf(faults: readonly Fault[]): Reading {
  let reading: Reading = 'whole';
  for (const fault of faults) {
    if (!breaksReading(fault)) continue;
    if (!fault.fixes?.some(({ safe }) => safe)) return 'broken';
    reading = 'repaired';
  }
  return reading;
}

const BREAKING: ReadonlySet<string> = new Set(['yaml-syntax', 'too-large', 'not-text']);

/** Whether the fault says that something could not be read. */
export function breaksReading({ rule }: Fault): boolean {
  return BREAKING.has(rule);
}

/** Whether the fault is one of syntax: nothing is said of a text that was only too large. */
export function isOfSyntax({ rule }: Fault): boolean {
  return rule === 'yaml-syntax';
}
