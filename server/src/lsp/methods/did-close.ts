/** `textDocument/didClose`: from now on the file counts. */
import { DidCloseTextDocumentNotification } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didClose = notification(
  DidCloseTextDocumentNotification.type,
  noCapabilities,
  (session, { textDocument }) => session.closed(textDocument.uri),
);
