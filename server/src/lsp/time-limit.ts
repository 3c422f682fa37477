/**
 * The guard behind the budget of steps, whatever the cause: work that follows from what a user wrote and does not end is
 * ended. The places to run that can do so give the server a `TimeLimit`; findings never depend on it.
 */

/**
 * Runs `work` on `what`, tells the client at once when it takes longer than it should, and gives nothing when it had to be
 * ended. With short patience it is ended then.
 */
export type TimeLimit = <R>(
  what: string,
  work: () => R,
  patience: 'usual' | 'short',
) => { readonly value: R } | undefined;

/** Remembers what had to be ended before: it is not waited for a second time. */
export class Watchdog {
  private readonly ended = new Set<string>();

  constructor(
    private readonly limit: TimeLimit | undefined,
    private readonly log: (line: string) => void,
  ) {}

  /** What `work` on `what` gives; nothing when it had to be ended. */
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
