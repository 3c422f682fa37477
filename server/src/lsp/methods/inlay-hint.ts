/** `textDocument/inlayHint`: names behind ids, sums, days and balances, as far as the editor's settings want them. */
import { type InlayHint, InlayHintRequest } from 'vscode-languageserver';
import { visible } from '../../core/index';
import { documentAt } from '../document';
import { spanFrom } from '../from-lsp';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const inlayHint = request(
  InlayHintRequest.type,
  () => ({ inlayHintProvider: true }),
  async (session, { textDocument, range }): Promise<InlayHint[] | null> => {
    const { editor, workspace } = session;
    await editor.ready();
    const document = documentAt(session, textDocument.uri);
    if (!document) return null;
    const { key, lines } = document;
    const hints = workspace.inlayHints(key, spanFrom(range, lines), editor.of(key).inlayHints);
    if (!hints) return null;
    return hints.map(({ after, label, tip }) => ({
      position: rangeOf({ start: after, end: after }, lines).start,
      label: visible(label),
      tooltip: visible(tip),
      paddingLeft: true,
    }));
  },
);
