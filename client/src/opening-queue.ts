/**
 * After a crash, documents enter the language server in single file: each goes in when the one before it has been read
 * or has had its time. Outside such a time everything passes at once.
 */

export interface OpeningQueue {
  /** Documents stand in line from now on, until all have passed. Who stood in an older line is forgotten. */
  open(): void;
  /** No line any more: everything passes at once, and who stood in it is forgotten. */
  close(): void;
  /** Calls `send` when it is the document's turn. `send` tells whether it gave the server something to read. */
  pass(uri: string, send: () => Promise<boolean>): Promise<void>;
  /** Whether the document still stands in line. */
  isWaiting(uri: string): boolean;
  /** Resolves when the document no longer stands in line. */
  passed(uri: string): Promise<void>;
  /** The server has read the document: the next may go in. */
  read(uri: string): void;
}

interface Line {
  readonly waiting: Map<string, Promise<void>>;
  last: Promise<void>;
  reading: { readonly uri: string; readonly stop: () => void } | undefined;
}

/** A queue in which nobody stands. A document may keep the others waiting for `patience` milliseconds. */
export function createOpeningQueue(patience: number): OpeningQueue {
  let line: Line | undefined;

  const leave = (next: Line | undefined) => {
    line?.reading?.stop();
    line = next;
  };
  const enter = async (mine: Line, before: Promise<void>, uri: string, send: () => Promise<boolean>) => {
    await before;
    // VS Code offers the documents of a forgotten line again.
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
      // One that fails does not keep the others out; its own caller hears of it.
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
