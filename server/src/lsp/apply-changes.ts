/**
 * The text of an open document after the changes that an editor sends. Changes hold one after the other; those that go
 * up the text are applied in one go, so that a thousand cursors cost one copy and not a thousand.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { applyEdits, LineIndex, type TextEdit } from '../core/index';
import { spanFrom } from './from-lsp';

/** `text` after `changes`. Places outside the text mean the nearest place inside it; a range may be the wrong way round. */
export function applyChanges(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  lines: LineIndex = new LineIndex(text),
): string {
  let batch = { text, lines, edits: [] as TextEdit[], changedFrom: Number.POSITIVE_INFINITY };
  const startFrom = (next: string) => {
    batch = { text: next, lines: new LineIndex(next), edits: [], changedFrom: Number.POSITIVE_INFINITY };
  };
  for (const change of changes) {
    if (!('range' in change)) {
      startFrom(change.text);
      continue;
    }
    // Above the first changed line the text and its lines are still what they were.
    const isAbove = Math.max(0, change.range.start.line, change.range.end.line) < batch.changedFrom;
    if (!isAbove) startFrom(applyEdits(batch.text, batch.edits));
    const at = spanFrom(change.range, batch.lines);
    batch.edits.push({ at, text: change.text });
    batch.changedFrom = batch.lines.positionAt(at.start).line;
  }
  return applyEdits(batch.text, batch.edits);
}
