/**
 * Formats a plan: canonical order of keys, then spacing. The house style, decided once:
 *
 * - two spaces a level; the dashes of a list two spaces in from their key, one space behind each;
 * - no space before a colon and one behind it; `{a: b, c: d}` and `[a, b]` without inner spaces on their one line;
 * - one blank line before each section of the plan, elsewhere at most one; none at the ends; no spaces at line ends;
 * - keys in the order of the format, unknown ones last, financial years in their own order; lists are never reordered;
 * - comments on lines of their own stand with what follows, or with what they are indented under; those behind a value,
 *   brackets over several lines and the words of every value stay as the author wrote them.
 *
 * Only text edits; nothing is written out from the tree. What would change the meaning or lose a comment is not done.
 */
import { breaksReading } from '../reading';
import { kindOf } from '../schema/document-kind';
import type { DocumentKind } from '../schema/shape';
import { parse, type SyntaxTree } from '../syntax/parse';
import { difference } from '../text/difference';
import { applyEdits, areApart, type TextEdit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { keysInOrder } from './key-order';
import { sameComments, sameMeaning } from './same-meaning';
import { spacing } from './spacing';

/** The edits that format the whole text of `tree`; none where it has faults of syntax. */
export function formatDocument(tree: SyntaxTree): readonly TextEdit[] {
  if (isBroken(tree)) return [];
  const kind = kindOf(tree.root);
  const ordered = keysInOrder(tree, kind);
  const spaced = soundSpacing(ordered, kind);
  if (ordered === tree) return spaced;
  return difference(tree.text, applyEdits(ordered.text, spaced));
}

/**
 * The edits that put the spacing right of the lines that `range` touches; the order of keys stays. A top-level section
 * is indented anew only where `range` holds all of it, because its lines belong together. None where the range has
 * faults of syntax.
 */
export function formatRange(tree: SyntaxTree, range: Span): readonly TextEdit[] {
  const lines = new LineIndex(tree.text);
  const from = lines.startOf(lines.positionAt(range.start).line);
  const to = lines.endOf(lines.positionAt(range.end).line);
  if (tree.faults.some(fault => breaksReading(fault) && fault.at.start <= to && from <= fault.at.end)) return [];
  const isInside = (span: Span) => from <= span.start && span.end <= to;
  const cut = sectionsOf(tree).filter(section => !isInside(section));
  const edits = spacing(tree, kindOf(tree.root)).filter(
    ({ at, moves }) =>
      isInside(at) && !(moves && cut.some(section => section.start <= at.start && at.start < section.end)),
  );
  return isSound(tree, edits) ? edits : [];
}

/** The text after formatting. */
export function formatted(text: string): string {
  return applyEdits(text, formatDocument(parse(text)));
}

/** Whether the text cannot be read in full, so that nothing may be moved in it. */
export function isBroken(tree: SyntaxTree): boolean {
  return tree.other !== undefined || tree.reading !== 'whole';
}

function soundSpacing(tree: SyntaxTree, kind: DocumentKind | undefined): readonly TextEdit[] {
  const edits = spacing(tree, kind);
  return isSound(tree, edits) ? edits : [];
}

function isSound(tree: SyntaxTree, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  // Where lines are parsed in another order than they are written, two edits may concern the same place.
  if (!areApart(edits)) return false;
  const after = parse(applyEdits(tree.text, edits));
  return sameMeaning(tree.root, after.root) && sameComments(tree, after) && after.faults.length === tree.faults.length;
}

/** Each top-level key with its value. */
function sectionsOf({ root }: SyntaxTree): readonly Span[] {
  return root.entries.map(({ key, value }) => ({ start: key.start, end: Math.max(key.end, value.end) }));
}
