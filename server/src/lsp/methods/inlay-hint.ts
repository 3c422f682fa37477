/** `textDocument/inlayHint`: names behind ids, sums, days and balances, as far as the editor's settings want them. */
import { type InlayHint, InlayHintRequest } from 'vscode-languageserver';
import { inlayHints, visible } from '../../core/index';
import { spanFrom } from '../from-lsp';
import { request } from '../method';
import { readDocument } from '../read-document';
import { rangeOf } from '../to-lsp';

export const inlayHint = request(
  InlayHintRequest.type,
  () => ({ inlayHintProvider: true }),
  async (session, { textDocument, range }): Promise<InlayHint[] | null> => {
    await session.editor.ready();
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    const { analysis, lines, key } = document;
    const settings = session.configurations.settings(key);
    const hints = inlayHints(analysis, spanFrom(range, lines), session.editor.of(key).inlayHints, settings);
    return hints.map(({ after, label, tip }) => ({
      position: rangeOf({ start: after, end: after }, lines).start,
      label: visible(label),
      tooltip: visible(tip),
      paddingLeft: true,
    }));
  },
);
