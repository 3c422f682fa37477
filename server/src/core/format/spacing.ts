/**
 * The spacing of a plan as text edits: indentation, gaps around colons, dashes and commas, and blank lines. The lines
 * of a block text are only ever shifted together.
 */
import type { DocumentKind } from '../schema/shape';
import type { SyntaxTree } from '../syntax/parse';
import { LineIndex } from '../text/line-index';
import { blankLineEdits } from './blank-lines';
import { commentColumns } from './comment-columns';
import { layoutOf } from './layout';
import type { Layout } from './layout-types';
import { indentOf, isBlank, type SpacingEdit } from './spacing-edit';

/** The edits that give the text of `tree` the spacing of the house style, in no particular order. */
export function spacing(tree: SyntaxTree, kind: DocumentKind | undefined): readonly SpacingEdit[] {
  const lines = new LineIndex(tree.text);
  const layout = layoutOf(tree, lines);
  const edits: SpacingEdit[] = [...layout.gaps];
  const columns = commentColumns(tree.text, lines, layout);
  let shift = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const indent = indentOf(tree.text, lines, line);
    const start = lines.startOf(line);
    if (layout.joined.has(line)) continue;
    const within = layout.continued.get(line);
    if (within) {
      edits.push(...continuation(tree.text, lines, line, within, shift));
      continue;
    }
    if (isBlank(tree.text, lines, line)) continue;
    const column = layout.columns.get(line)?.to ?? columns.get(line) ?? Math.max(0, indent + shift);
    if (!columns.has(line)) shift = column - indent;
    if (column !== indent) edits.push({ at: { start, end: start + indent }, text: ' '.repeat(column), moves: true });
    if (!layout.continued.has(line + 1) || columns.has(line)) edits.push(...lineEndEdit(tree.text, lines, line));
  }
  edits.push(...blankLineEdits(tree, kind, lines, layout));
  return edits;
}

/** A line within a text or brackets: shifted with the line on which they start, but never out of them. */
function continuation(
  text: string,
  lines: LineIndex,
  line: number,
  { least, shift: own }: NonNullable<ReturnType<Layout['continued']['get']>>,
  shift: number,
): readonly SpacingEdit[] {
  const indent = indentOf(text, lines, line);
  const start = lines.startOf(line);
  if (start + indent === lines.endOf(line) && (own === undefined || indent + own <= least)) {
    return indent === 0 ? [] : [{ at: { start, end: start + indent }, text: '', moves: false }];
  }
  const column = own === undefined ? Math.max(least, indent + shift) : indent + own;
  return column === indent
    ? []
    : [{ at: { start, end: start + indent }, text: ' '.repeat(Math.max(0, column)), moves: true }];
}

function lineEndEdit(text: string, lines: LineIndex, line: number): readonly SpacingEdit[] {
  const end = lines.endOf(line);
  let at = end;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at === end ? [] : [{ at: { start: at, end }, text: '', moves: false }];
}
