/** `textDocument/didOpen`: from now on the text of the document is the editor's. */
import { DidOpenTextDocumentNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import { notification } from '../method';

export const didOpen = notification(
  DidOpenTextDocumentNotification.type,
  () => ({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } }),
  (session, { textDocument }) => session.opened(textDocument),
);
