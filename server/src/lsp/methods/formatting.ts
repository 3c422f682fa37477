/** `textDocument/formatting`, `rangeFormatting` and `onTypeFormatting`. */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formatDocument, formatRange, formatWhileTyping } from '../../core/index';
import { offsetFrom, spanFrom } from '../from-lsp';
import { request } from '../method';
import { readDocument } from '../read-document';
import { editsOf } from '../to-lsp';

export const formatting = request(
  DocumentFormattingRequest.type,
  () => ({ documentFormattingProvider: true }),
  (session, { textDocument }): TextEdit[] | null => {
    const document = readDocument(session, textDocument.uri);
    return document ? editsOf(formatDocument(document.analysis.tree), document.lines) : null;
  },
);

export const rangeFormatting = request(
  DocumentRangeFormattingRequest.type,
  () => ({ documentRangeFormattingProvider: true }),
  (session, { textDocument, range }): TextEdit[] | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    return editsOf(formatRange(document.analysis.tree, spanFrom(range, document.lines)), document.lines);
  },
);

export const onTypeFormatting = request(
  DocumentOnTypeFormattingRequest.type,
  () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-', ':'] } }),
  (session, { textDocument, position, ch }): TextEdit[] | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    const { analysis, lines } = document;
    const kind = analysis.document?.kind ?? 'one-plan';
    return editsOf(formatWhileTyping(analysis.tree, kind, offsetFrom(position, lines), ch), lines);
  },
);
