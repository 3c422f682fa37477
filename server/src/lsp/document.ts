/** Resolves what a request names: an open document in its newest version, and locations in other documents. */
import type { Location } from 'vscode-languageserver';
import type { LineIndex, Span } from '../core/index';
import { keyOf } from '../workspace/uri';
import type { Session } from './session';
import { rangeOf } from './to-lsp';

export interface Document {
  readonly key: string;
  /** The URI in the editor's spelling. */
  readonly uri: string;
  readonly lines: LineIndex;
}

/** The open document at `uri`; `undefined` for one that is not open. */
export function documentAt({ open, workspace }: Session, uri: string): Document | undefined {
  const document = open.get(keyOf(uri));
  const lines = document && workspace.lines(document.key);
  return document && lines && { key: document.key, uri: document.uri, lines };
}

/** `documentAt`, after everything that the document depends on has been read. */
export async function wholeDocumentAt(session: Session, uri: string): Promise<Document | undefined> {
  await session.ready(keyOf(uri));
  return documentAt(session, uri);
}

/** A location in the document `key`, open or not; none where the document is unknown. */
export function locationsOf({ open, workspace }: Session, key: string, at: Span): readonly Location[] {
  const lines = workspace.lines(key);
  return lines ? [{ uri: open.uriOf(key), range: rangeOf(at, lines) }] : [];
}
