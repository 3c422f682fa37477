/** `textDocument/foldingRange`: sections, items, long texts and comments that can be folded away. */
import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver';
import { foldsOf } from '../../core/index';
import { request } from '../method';
import { readDocument } from '../read-document';

export const foldingRange = request(
  FoldingRangeRequest.type,
  () => ({ foldingRangeProvider: true }),
  (session, { textDocument }): FoldingRange[] | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    return foldsOf(document.analysis).map(({ first, last, kind }) => ({
      startLine: first,
      endLine: last,
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
    }));
  },
);
