/** `textDocument/selectionRange`: what "expand selection" takes in, step by step. */
import { type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver';
import { documentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const selectionRange = request(
  SelectionRangeRequest.type,
  () => ({ selectionRangeProvider: true }),
  (session, { textDocument, positions }): SelectionRange[] | null => {
    const document = documentAt(session, textDocument.uri);
    if (!document || !session.workspace.isOpenPlan(document.key)) return null;
    const { key, lines } = document;
    return positions.map(position => {
      const offset = offsetFrom(position, lines);
      const growing = session.workspace.selections(key, offset) ?? [];
      const outermost: SelectionRange = { range: rangeOf(growing.at(-1) ?? { start: offset, end: offset }, lines) };
      return growing
        .slice(0, -1)
        .reduceRight<SelectionRange>((parent, span) => ({ range: rangeOf(span, lines), parent }), outermost);
    });
  },
);
