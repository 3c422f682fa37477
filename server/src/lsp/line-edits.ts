/**
 * The difference of two texts as edits of whole lines, so that an editor keeps cursors and marks in unchanged lines.
 */
import { type ChangeObject, diffArrays } from 'diff';
import { FEW_CHANGES, lineChanges, type TextEdit } from '../core/index';

/** Edits that turn `before` into `after`; unchanged lines are not touched. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const least = diffArrays(old, now, { maxEditLength: FEW_CHANGES });
  return least ? editsOf(least) : plainEdits(old, now);
}

function editsOf(changes: readonly ChangeObject<string[]>[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const last = edits.at(-1);
    if (added) {
      // The diff lists added lines after the removed lines that they replace.
      if (last?.at.end === at) edits[edits.length - 1] = { at: last.at, text: last.text + text };
      else edits.push({ at: { start: at, end: at }, text });
      continue;
    }
    if (removed) {
      if (last?.at.end === at)
        edits[edits.length - 1] = { at: { start: last.at.start, end: at + text.length }, text: last.text };
      else edits.push({ at: { start: at, end: at + text.length }, text: '' });
    }
    at += text.length;
  }
  return edits;
}

function plainEdits(before: readonly string[], after: readonly string[]): readonly TextEdit[] {
  const starts = [0];
  for (const line of before) starts.push((starts.at(-1) ?? 0) + line.length);
  return lineChanges(before, after).map(({ at, removed, added }) => ({
    at: { start: starts[at] ?? 0, end: starts[at + removed] ?? 0 },
    text: added.join(''),
  }));
}

/** Lines with their line breaks; joined, they are the text. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
