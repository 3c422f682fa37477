/** `textDocument/foldingRange`: sections, items, long texts and comments that can be folded away. */
import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver';
import { keyOf } from '../../workspace/uri';
import { request } from '../method';

export const foldingRange = request(
  FoldingRangeRequest.type,
  () => ({ foldingRangeProvider: true }),
  ({ workspace }, { textDocument }): FoldingRange[] | null => {
    const folds = workspace.folds(keyOf(textDocument.uri));
    if (!folds) return null;
    return folds.map(({ first, last, kind }) => ({
      startLine: first,
      endLine: last,
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
    }));
  },
);
