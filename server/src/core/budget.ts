/**
 * The work that may be done on one document. It is counted in steps, never in time, so that the same text gives the same
 * findings on every machine: a step is a token that the library reads, or what takes as long.
 */
import { limits } from './limits';

/** What may be spent on one part of a document: tokens of a reading, and steps of all tries at what was meant. */
export interface Allowance {
  readonly tokens: number;
  readonly repairs: number;
}

export class Budget {
  /** Steps that were done. */
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

  /** Steps that may still be spent on finding out what was meant by a part that is not sound. */
  get repairs(): number {
    return Math.max(0, Math.min(limits.steps.repairsOfPart, this.forRepairs));
  }

  /** Counts `steps`, of which `repairs` were tries at what was meant. */
  spend(steps: number, repairs = 0): void {
    this.spent += steps;
    this.forRepairs -= repairs;
  }
}
