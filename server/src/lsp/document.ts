/** What methods are asked about: an open document in its newest version, and places in other documents. */
import type { Location } from 'vscode-languageserver';
import type { LineIndex, Span } from '../core/index';
import { keyOf } from '../workspace/uri';
import type { Session } from './session';
import { rangeOf } from './to-lsp';

export interface Document {
  readonly key: string;
  /** The address as the editor spells it. */
  readonly uri: string;
  readonly lines: LineIndex;
}

/** The open document at `uri`; `undefined` for one that is not open. */
export function documentAt({ open, workspace }: Session, uri: string): Document | undefined {
  const document = open.get(keyOf(uri));
  const lines = document && workspace.lines(document.key);
  return document && lines && { key: document.key, uri: document.uri, lines };
}

/** The same when it matters what stands in other documents: all that it names is read before. */
export async function wholeDocumentAt(session: Session, uri: string): Promise<Document | undefined> {
  await session.ready(keyOf(uri));
  return documentAt(session, uri);
}

/** A place in the document `key`, which need not be open; nothing where it is not known. */
export function locationsOf({ open, workspace }: Session, key: string, at: Span): readonly Location[] {
  const lines = workspace.lines(key);
  return lines ? [{ uri: open.uriOf(key), range: rangeOf(at, lines) }] : [];
}
