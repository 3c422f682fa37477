/**
 * The documents that are open in the editor: their URIs in its spelling, and their versions. The workspace holds the
 * texts.
 */
import { keyOf } from '../workspace/uri';

export interface OpenDocument {
  readonly key: string;
  /** The URI in the editor's spelling, which answers use. */
  readonly uri: string;
  readonly version: number;
}

export class OpenDocuments {
  private readonly documents = new Map<string, OpenDocument>();

  /** Opens a document, or reopens one that is open already. Returns its key. */
  open(uri: string, version: number): string {
    const key = keyOf(uri);
    this.documents.set(key, { key, uri, version });
    return key;
  }

  /** Remembers the new version of an open document and returns its key; `undefined` for one that is not open. */
  change(uri: string, version: number): string | undefined {
    const before = this.documents.get(keyOf(uri));
    if (!before) return undefined;
    this.documents.set(before.key, { ...before, version });
    return before.key;
  }

  /** Closes a document and returns its key, or `undefined` for one that is not open. */
  close(uri: string): string | undefined {
    const key = keyOf(uri);
    return this.documents.delete(key) ? key : undefined;
  }

  get(key: string): OpenDocument | undefined {
    return this.documents.get(key);
  }

  has(key: string): boolean {
    return this.documents.has(key);
  }

  keys(): readonly string[] {
    return [...this.documents.keys()];
  }

  /** The address of a document as the client spells it. */
  uriOf(key: string): string {
    return this.documents.get(key)?.uri ?? key;
  }

  /** The version of an open document; `null`, as the protocol asks, for any other. */
  versionOf(key: string): number | null {
    return this.documents.get(key)?.version ?? null;
  }
}
