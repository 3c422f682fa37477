/**
 * Applies the changes that an editor sends to the text of an open document. Changes apply one after the other; a run of
 * changes that goes up the text is applied in one pass, so that a thousand cursors cost one copy of the text.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { applyEdits, LineIndex, type TextEdit } from '../core/index';
import { spanFrom } from './from-lsp';

/** `text` after `changes`. Positions outside the text are clamped; a range may be reversed. */
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
    // Above the first changed line, text and line offsets are still valid.
    const isAbove = Math.max(0, change.range.start.line, change.range.end.line) < batch.changedFrom;
    if (!isAbove) startFrom(applyEdits(batch.text, batch.edits));
    const at = spanFrom(change.range, batch.lines);
    batch.edits.push({ at, text: change.text });
    batch.changedFrom = batch.lines.positionAt(at.start).line;
  }
  return applyEdits(batch.text, batch.edits);
}
