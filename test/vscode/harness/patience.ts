/** How long is waited in a real editor. What comes ends the wait at once; only what never comes is waited for to the end. */

/** `milliseconds`, which a machine that does nothing else may take, for one that does much else. */
export function patience(milliseconds: number): number {
  return 10 * milliseconds;
}
