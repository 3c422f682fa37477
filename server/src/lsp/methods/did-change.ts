/** `textDocument/didChange`: the changes hold in the order in which they come. */
import { DidChangeTextDocumentNotification } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didChange = notification(
  DidChangeTextDocumentNotification.type,
  noCapabilities,
  (session, { textDocument, contentChanges }) =>
    session.changed(textDocument.uri, textDocument.version, contentChanges),
);
