/** Yields to the event loop, so that messages are handled between the steps of long work. */

/** Resolves in the next turn, after the messages that arrived meanwhile. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
