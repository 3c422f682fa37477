/** A part of a text that may outlive the text. */

/**
 * The same text in memory of its own. Engines keep the whole of a long text for as long as any part that was cut out of
 * it: what stays from one version of a document to the next must not hold on to every version that it came from.
 */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}
