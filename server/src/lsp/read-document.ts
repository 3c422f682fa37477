/** What the reading features are asked about: an open plan in its newest version, and places in other documents. */
import type { Location } from 'vscode-languageserver';
import { type Analysis, configurationFile, LineIndex, type SettingsFileKind, type Span } from '../core/index';
import { keyOf, nameOf } from '../workspace/uri';
import type { Session } from './session';
import { rangeOf } from './to-lsp';

export interface ReadDocument {
  readonly key: string;
  /** The address as the editor spells it. */
  readonly uri: string;
  readonly analysis: Analysis;
  readonly lines: LineIndex;
}

/** The open plan at `uri`; `undefined` for a document that is not open, or no plan. */
export function readDocument({ open, plans }: Session, uri: string): ReadDocument | undefined {
  const document = open.get(keyOf(uri));
  const analysis = document?.isPlan ? plans.analysis(document.key) : undefined;
  return document && analysis && { key: document.key, uri: document.uri, analysis, lines: analysis.lines };
}

/** An open file of settings, and which; `undefined` for every other document. */
export interface SettingsDocument {
  readonly key: string;
  readonly text: string;
  readonly kind: SettingsFileKind;
  readonly lines: LineIndex;
}

export function readSettingsFile({ open, configurations }: Session, uri: string): SettingsDocument | undefined {
  const document = open.get(keyOf(uri));
  if (!document || document.isPlan || !configurations.concerns(document.key)) return undefined;
  const { key, text } = document;
  const kind = nameOf(key) === configurationFile ? 'configuration' : 'framework';
  return { key, text, kind, lines: new LineIndex(text) };
}

/** A plan as `readDocument` has it, when it matters what stands in other documents: all of them in their newest version, what it names read. */
export async function readWithOthers(session: Session, uri: string): Promise<ReadDocument | undefined> {
  await session.ready(keyOf(uri));
  for (const key of session.open.keys()) session.plans.analysis(key);
  return readDocument(session, uri);
}

/** A place in the document `key`, which need not be open; nothing where it is not known. */
export function locationsOf({ open, plans }: Session, key: string, at: Span): readonly Location[] {
  const analysis = plans.analysis(key);
  return analysis ? [{ uri: open.get(key)?.uri ?? key, range: rangeOf(at, analysis.lines) }] : [];
}
