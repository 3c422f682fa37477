/**
 * What can be folded away: sections, items, texts of several lines, brackets and runs of comments. Read from the
 * indentation of the lines, so that a mistake in one item leaves the folds of all others as they are.
 */
import type { Analysis } from '../analysis';
import { blockLine } from '../cursor/block-line';

/** Lines count from 0; both are included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: 'comment' | 'part';
}

/** The folds of the text, in the order of their first lines. */
export function foldsOf({ text, lines }: Analysis): readonly Fold[] {
  const folds: Fold[] = [];
  const open: OpenLine[] = [];
  let prose: number | undefined;
  let comments: number | undefined;
  let lastFilled = -1;
  const close = (isOver: (line: OpenLine) => boolean) => {
    for (let last = open.at(-1); last && isOver(last); last = open.at(-1)) {
      open.pop();
      if (lastFilled > last.line) folds.push({ first: last.line, last: lastFilled, kind: 'part' });
    }
  };
  const endComments = (line: number) => {
    if (comments !== undefined && line - 1 > comments) folds.push({ first: comments, last: line - 1, kind: 'comment' });
    comments = undefined;
  };
  for (let number = 0; number < lines.lineCount; number++) {
    const start = lines.startOf(number);
    const line = text.slice(start, lines.endOf(number));
    const column = line.search(/[^ ]/);
    if (column < 0 || line.trim() === '') {
      endComments(number);
      continue;
    }
    if (prose !== undefined && column > prose) {
      lastFilled = number;
      continue;
    }
    prose = undefined;
    if (line[column] === '#') {
      comments ??= number;
      continue;
    }
    endComments(number);
    const opened = opensAt(line, start, number, column);
    close(outer => (opened.isClosing ? outer.column > column : !holds(outer, opened)));
    lastFilled = number;
    if (opened.isClosing) continue;
    open.push(opened);
    if (PROSE.test(line)) prose = opened.keyColumn;
  }
  endComments(lines.lineCount);
  close(() => true);
  return folds.sort((a, b) => a.first - b.first || b.last - a.last);
}

interface OpenLine {
  readonly line: number;
  /** Column of the first character: a dash or a key. */
  readonly column: number;
  /** Column of the key behind the dashes. */
  readonly keyColumn: number;
  readonly hasDash: boolean;
  /** A key that stands alone, to which a list at its own column belongs. */
  readonly opens: boolean;
  /** Only ends brackets that were opened above. */
  readonly isClosing: boolean;
}

function opensAt(line: string, start: number, number: number, column: number): OpenLine {
  const { dashes, column: keyColumn, opens } = blockLine(line, start);
  const isClosing = /^[\]}][\s\]},]*$/.test(line.slice(column));
  return { line: number, column, keyColumn, hasDash: dashes.length > 0, opens, isClosing };
}

/** Whether `inner`, further down, belongs to what `outer` opens. */
function holds(outer: OpenLine, inner: OpenLine): boolean {
  if (inner.column > outer.column) return true;
  return inner.column === outer.column && outer.opens && !outer.hasDash && inner.hasDash;
}

const PROSE = /(?::|-)\s+[|>][-+0-9]*\s*(?:#.*)?$/;
