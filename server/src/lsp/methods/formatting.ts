/** `textDocument/formatting`, `rangeFormatting` and `onTypeFormatting`. */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { documentAt } from '../document';
import { offsetFrom, spanFrom } from '../from-lsp';
import { request } from '../method';
import { editsOf } from '../to-lsp';

export const formatting = request(
  DocumentFormattingRequest.type,
  () => ({ documentFormattingProvider: true }),
  (session, { textDocument }): TextEdit[] | null => {
    const document = documentAt(session, textDocument.uri);
    const edits = document && session.workspace.format(document.key);
    return edits ? editsOf(edits, document.lines) : null;
  },
);

export const rangeFormatting = request(
  DocumentRangeFormattingRequest.type,
  () => ({ documentRangeFormattingProvider: true }),
  (session, { textDocument, range }): TextEdit[] | null => {
    const document = documentAt(session, textDocument.uri);
    const edits = document && session.workspace.format(document.key, spanFrom(range, document.lines));
    return edits ? editsOf(edits, document.lines) : null;
  },
);

export const onTypeFormatting = request(
  DocumentOnTypeFormattingRequest.type,
  () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-', ':'] } }),
  (session, { textDocument, position, ch }): TextEdit[] | null => {
    const document = documentAt(session, textDocument.uri);
    const offset = document && offsetFrom(position, document.lines);
    const edits = document && session.workspace.formatWhileTyping(document.key, offset ?? 0, ch);
    return edits ? editsOf(edits, document.lines) : null;
  },
);
