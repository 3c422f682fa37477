/**
 * Sends documents to the language server one at a time after a crash: each when the one before it has been read or has
 * used up its time. At other times documents pass at once.
 */

export interface OpeningQueue {
  /** Starts queueing, until all documents have passed. An older queue is dropped. */
  open(): void;
  /** Stops queueing and drops the queue: everything passes at once. */
  close(): void;
  /** Calls `send` when it is the document's turn. `send` resolves to whether the server got something to read. */
  pass(uri: string, send: () => Promise<boolean>): Promise<void>;
  /** Whether the document is still queued. */
  isWaiting(uri: string): boolean;
  /** Resolves when the document is no longer queued. */
  passed(uri: string): Promise<void>;
  /** The server has read the document: the next may be sent. */
  read(uri: string): void;
}

interface Line {
  readonly waiting: Map<string, Promise<void>>;
  last: Promise<void>;
  reading: { readonly uri: string; readonly stop: () => void } | undefined;
}

/** An empty queue. A document may keep the others waiting for `patience` milliseconds. */
export function createOpeningQueue(patience: number): OpeningQueue {
  let line: Line | undefined;

  const leave = (next: Line | undefined) => {
    line?.reading?.stop();
    line = next;
  };
  const enter = async (mine: Line, before: Promise<void>, uri: string, send: () => Promise<boolean>) => {
    await before;
    // VS Code sends the documents of a dropped queue again.
    if (mine !== line) return;
    mine.waiting.delete(uri);
    if (await send()) await reading(mine, uri, patience);
    if (mine === line && mine.waiting.size === 0) line = undefined;
  };

  return {
    open: () => leave({ waiting: new Map(), last: Promise.resolve(), reading: undefined }),
    close: () => leave(undefined),
    pass: async (uri, send) => {
      if (line === undefined) {
        await send();
        return;
      }
      const turn = enter(line, line.last, uri, send);
      line.waiting.set(uri, turn);
      // A failed send does not block the others; its own caller gets the error.
      line.last = turn.catch(() => {});
      await turn;
    },
    isWaiting: uri => line?.waiting.has(uri) ?? false,
    passed: async uri => line?.waiting.get(uri),
    read: uri => {
      if (line?.reading?.uri === uri) line.reading.stop();
    },
  };
}

function reading(line: Line, uri: string, patience: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, patience);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    line.reading = { uri, stop };
  });
}
