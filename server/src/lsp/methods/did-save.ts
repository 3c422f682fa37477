/** `textDocument/didSave`: for editors that watch no files, the time to look at the others again. */
import { DidSaveTextDocumentNotification } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didSave = notification(DidSaveTextDocumentNotification.type, noCapabilities, session =>
  session.client.watchesFiles ? undefined : session.readFilesAgain(),
);
