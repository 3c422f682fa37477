/**
 * The last guard behind the step budget: work on what a user wrote that does not finish is stopped. Hosts that can stop
 * work give the server a `TimeLimit`; findings never depend on it.
 */

/**
 * Runs `work` on `what`, tells the client when it takes longer than it should, and returns `undefined` when it had to
 * be stopped. With short patience it is stopped as soon as it is slow.
 */
export type TimeLimit = <R>(
  what: string,
  work: () => R,
  patience: 'usual' | 'short',
) => { readonly value: R } | undefined;

/** Remembers what had to be stopped before and gives it short patience the next time. */
export class Watchdog {
  private readonly ended = new Set<string>();

  constructor(
    private readonly limit: TimeLimit | undefined,
    private readonly log: (line: string) => void,
  ) {}

  /** The result of `work` on `what`; `undefined` when it had to be stopped. */
  run<R>(what: string, work: () => R): { readonly value: R } | undefined {
    if (!this.limit) return { value: work() };
    const outcome = this.limit(what, work, this.ended.has(what) ? 'short' : 'usual');
    if (outcome) this.ended.delete(what);
    else {
      this.ended.add(what);
      this.log(`One Plan has stopped its work on ${what}.`);
    }
    return outcome;
  }
}
