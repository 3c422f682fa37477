/**
 * The work budget of one document. It counts steps, never time, so that the same text gives the same findings on every
 * machine. A step is one token of the YAML library, or work that takes as long.
 */
import { limits } from './limits';

/** The budget of one part of a document: tokens of one parse, and steps of all repair attempts. */
export interface Allowance {
  readonly tokens: number;
  readonly repairs: number;
}

export class Budget {
  /** Steps used so far. */
  spent = 0;
  private readonly allowed: number;
  private forRepairs: number = limits.steps.repairs;

  /** The budget of a text of `length` characters. */
  constructor(length: number) {
    const { base, each, most } = limits.steps;
    this.allowed = Math.min(most, base + Math.floor(length * each));
  }

  get isSpent(): boolean {
    return this.spent > this.allowed;
  }

  /** Steps left for repair attempts on parts with faults. */
  get repairs(): number {
    return Math.max(0, Math.min(limits.steps.repairsOfPart, this.forRepairs));
  }

  /** Counts `steps`, of which `repairs` were repair attempts. */
  spend(steps: number, repairs = 0): void {
    this.spent += steps;
    this.forRepairs -= repairs;
  }
}
