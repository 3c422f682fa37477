/**
 * Semantic tokens: ids and references, money, dates, financial years, and placeholders for people. The order of
 * `tokenTypes` is the legend sent to editors; new types go to the end.
 */
import type { Analysis } from '../analysis';
import type { Span } from '../text/span';
import { type Mark, marksIn } from './shared/marks';
import { referenceIndexOf } from './shared/reference-index';

export const tokenTypes = ['reference', 'money', 'date', 'year', 'unassigned', 'code'] as const;
export const tokenModifiers = ['declaration', 'unknown'] as const;

export interface SemanticToken {
  readonly at: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** The tokens within `span`, in text order; none crosses a line end or overlaps another. */
export function semanticTokens(analysis: Analysis, span: Span): readonly SemanticToken[] {
  const index = referenceIndexOf(analysis);
  const tokens = marksIn(analysis, span).flatMap((mark): SemanticToken[] => {
    const type = typeOf(mark);
    if (!type) return [];
    const { start, end } = mark.node;
    if (start >= end || /[\r\n]/.test(analysis.text.slice(start, end))) return [];
    const isUnknown = mark.kind === 'reference' && index.named(mark.kinds, mark.node.text) === undefined;
    const modifiers = mark.kind === 'definition' ? DECLARATION : isUnknown ? UNKNOWN : NONE;
    return [{ at: { start, end }, type, modifiers }];
  });
  return inOrder(tokens);
}

const DECLARATION = ['declaration'] as const;
const UNKNOWN = ['unknown'] as const;
const NONE = [] as const;

function typeOf(mark: Mark): SemanticToken['type'] | undefined {
  if (mark.kind === 'amounts') return undefined;
  return mark.kind === 'definition' ? 'reference' : mark.kind;
}

/** Sorted and without overlaps: repairs and aliases may put two tokens at one place. */
function inOrder(tokens: SemanticToken[]): readonly SemanticToken[] {
  tokens.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  let end = 0;
  return tokens.filter(({ at }) => {
    if (at.start < end) return false;
    end = at.end;
    return true;
  });
}
