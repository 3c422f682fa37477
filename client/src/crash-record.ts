/**
 * Decides what to do after a crash of the language server. A document that was being read at two crashes is withheld,
 * so that it cannot stop the checking of the others; after repeated unexplained crashes it gives up. Independent of VS
 * Code and of the clock.
 */

/** What to do after a crash. */
type AfterCrash =
  | { readonly kind: 'restart' }
  | { readonly kind: 'withhold'; readonly uri: string }
  | { readonly kind: 'give-up' };

export interface CrashRecord {
  /** The text of a document was sent to the server. */
  given(uri: string): void;
  /** The server has finished reading the document. */
  read(uri: string): void;
  /** A request about a document was sent; call the returned function when it is answered. */
  asked(uri: string): () => void;
  /** The server crashed. The document that it was given last and had not finished is to blame. */
  crashed(): AfterCrash;
  /** Whether the document is withheld from the server. */
  isWithheld(uri: string): boolean;
  /** The documents that are withheld from the server. */
  withheld(): readonly string[];
  /** Forgets all crashes; nothing is withheld. */
  forget(): void;
}

const CRASHES_OF_A_DOCUMENT = 2;
const UNEXPLAINED_CRASHES = 5;
const WITHIN = 3 * 60_000;

/** An empty record. `now` returns milliseconds. */
export function createCrashRecord(now: () => number): CrashRecord {
  const crashes = new Map<string, number>();
  let unexplained: readonly number[] = [];
  // Work in progress, oldest first: a text under its document's URI, a request under an object of its own.
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
