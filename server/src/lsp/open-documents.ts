/** The documents that are open in the editor, with their texts as the editor has them: they win over the files. */
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { LineIndex } from '../core/index';
import { keyOf, nameOf } from '../workspace/uri';
import { applyChanges } from './apply-changes';

export interface OpenDocument {
  readonly key: string;
  /** The address as the editor spells it: answers use its own spelling. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
  /** Other YAML is left alone, also where an editor sends all of it. */
  readonly isPlan: boolean;
}

export class OpenDocuments {
  private readonly documents = new Map<string, OpenDocument>();

  /** Opens a document; one that is open already is opened afresh. Returns its key. */
  open({ uri, version, text, languageId }: TextDocumentItem): string {
    const key = keyOf(uri);
    this.documents.set(key, { key, uri, version, text, languageId, isPlan: isPlan(key, languageId, text) });
    return key;
  }

  /**
   * Changes an open document and returns its key, or `undefined` for one that is not open. `lines` are the lines of the
   * text before, where somebody has them.
   */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    lines?: (before: OpenDocument) => LineIndex | undefined,
  ): string | undefined {
    const before = this.documents.get(keyOf(uri));
    if (!before) return undefined;
    const text = applyChanges(before.text, changes, lines?.(before));
    this.documents.set(before.key, { ...before, version, text, isPlan: isPlan(before.key, before.languageId, text) });
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
}

function isPlan(key: string, languageId: string, text: string): boolean {
  return languageId === 'oneplan' || /\.plan\.ya?ml$/.test(nameOf(key)) || /^\ufeff?(?:one_plan|bcf_plan):/.test(text);
}
