/**
 * Decides what a crash of the language server leads to. A document that was being read at two crashes is withheld from
 * the server, so that it cannot end the checking of the others; crashes that nothing explains end in giving up.
 * It knows no VS Code and no clock of its own.
 */

/** What to do after a crash. */
type AfterCrash =
  | { readonly kind: 'restart' }
  | { readonly kind: 'withhold'; readonly uri: string }
  | { readonly kind: 'give-up' };

export interface CrashRecord {
  /** The server was given the text of a document to read. */
  given(uri: string): void;
  /** The server has read the document to its end. */
  read(uri: string): void;
  /** The server was asked about a document; call what comes back when the answer is there. */
  asked(uri: string): () => void;
  /** The server died. The newest document that it was busy with is to blame. */
  crashed(): AfterCrash;
  /** Whether the document is kept from the server. */
  isWithheld(uri: string): boolean;
  /** The documents that are kept from the server. */
  withheld(): readonly string[];
  /** Starts afresh: nothing is withheld and no crash is remembered. */
  forget(): void;
}

const CRASHES_OF_A_DOCUMENT = 2;
const UNEXPLAINED_CRASHES = 5;
const WITHIN = 3 * 60_000;

/** A record without crashes. `now` tells the time in milliseconds. */
export function createCrashRecord(now: () => number): CrashRecord {
  const crashes = new Map<string, number>();
  let unexplained: readonly number[] = [];
  // What the server is busy with, oldest first: a text is named by its document, a question by an object of its own.
  const busy = new Map<object | string, string>();

  const isWithheld = (uri: string) => (crashes.get(uri) ?? 0) >= CRASHES_OF_A_DOCUMENT;
  return {
    given: uri => {
      busy.delete(uri);
      busy.set(uri, uri);
    },
    read: uri => busy.delete(uri),
    asked: uri => {
      const question = {};
      busy.set(question, uri);
      return () => busy.delete(question);
    },
    crashed: () => {
      const blamed = [...busy.values()].at(-1);
      busy.clear();
      if (blamed === undefined) {
        unexplained = [...unexplained.filter(time => time > now() - WITHIN), now()];
        return { kind: unexplained.length < UNEXPLAINED_CRASHES ? 'restart' : 'give-up' };
      }
      crashes.set(blamed, (crashes.get(blamed) ?? 0) + 1);
      return isWithheld(blamed) ? { kind: 'withhold', uri: blamed } : { kind: 'restart' };
    },
    isWithheld,
    withheld: () => [...crashes.keys()].filter(isWithheld),
    forget: () => {
      crashes.clear();
      busy.clear();
      unexplained = [];
    },
  };
}
