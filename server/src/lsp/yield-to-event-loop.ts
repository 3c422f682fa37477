/** Lets the event loop turn: long work lets messages in between its steps. */

/** Resolves in the next turn, after what has come in meanwhile. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
