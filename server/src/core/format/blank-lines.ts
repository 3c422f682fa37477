/** Blank lines: one before each section, elsewhere at most one where the author left some, none at the ends. */
import { type DocumentKind, shapeNamed, shapeUnder } from '../schema/shape';
import type { SyntaxTree } from '../syntax/parse';
import { lineBreakOf } from '../text/line-break';
import type { LineIndex } from '../text/line-index';
import { isComment } from './comment-columns';
import type { Layout } from './layout-types';
import { indentOf, isBlank, type SpacingEdit } from './spacing-edit';

export function blankLineEdits(
  tree: SyntaxTree,
  kind: DocumentKind | undefined,
  lines: LineIndex,
  layout: Layout,
): readonly SpacingEdit[] {
  const { text } = tree;
  const edits: SpacingEdit[] = [];
  const isFree = (line: number) =>
    isBlank(text, lines, line) && !layout.continued.has(line) && !layout.joined.has(line);
  let blanks = 0;
  let hasContent = false;
  for (let line = 0; line < lines.lineCount; line++) {
    if (!isFree(line)) {
      blanks = 0;
      hasContent = true;
      continue;
    }
    blanks++;
    edits.push(...blankLine(text, lines, line, hasContent && blanks === 1 && hasContentBelow(lines, line, isFree)));
  }
  const last = lines.lineCount - 1;
  if (!isBlank(text, lines, last) && !layout.continued.has(last))
    edits.push({ at: { start: text.length, end: text.length }, text: lineBreakOf(text), moves: false });
  return [...edits, ...beforeSections(tree, kind, lines, layout)];
}

/** A blank line that is kept loses its spaces; any other is removed with its line break. */
function blankLine(text: string, lines: LineIndex, line: number, isKept: boolean): readonly SpacingEdit[] {
  const start = lines.startOf(line) + (line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const end = isKept ? lines.endOf(line) : lines.startOf(line + 1);
  return end <= start ? [] : [{ at: { start, end }, text: '', moves: false }];
}

function hasContentBelow(lines: LineIndex, line: number, isFree: (line: number) => boolean): boolean {
  for (let below = line + 1; below < lines.lineCount; below++) if (!isFree(below)) return true;
  return false;
}

/** A blank line before each section, above the comments that belong to it; what comes up to the place stands together. */
function beforeSections(
  { root, text }: SyntaxTree,
  kind: DocumentKind | undefined,
  lines: LineIndex,
  layout: Layout,
): readonly SpacingEdit[] {
  if (!kind) return [];
  const plan = shapeNamed(kind);
  const known = Object.keys(plan.schema.properties ?? {});
  return root.entries.slice(1).flatMap(({ key, value }) => {
    const isSection = shapeUnder(plan, key.text, value)?.schema['x-section'] ?? false;
    if (!isSection || known.indexOf(key.text) <= known.indexOf('place')) return [];
    let line = lines.positionAt(key.start).line;
    while (line > 0 && isComment(text, lines, line - 1, layout) && indentOf(text, lines, line - 1) === 0) line--;
    if (line === 0 || (isBlank(text, lines, line - 1) && !layout.continued.has(line - 1))) return [];
    const start = lines.startOf(line);
    return [{ at: { start, end: start }, text: lineBreakOf(text), moves: false }];
  });
}
