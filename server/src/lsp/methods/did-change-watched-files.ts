/** `workspace/didChangeWatchedFiles`: plans, incorporated plans and configuration that changed outside the editor. */
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didChangeWatchedFiles = notification(
  DidChangeWatchedFilesNotification.type,
  noCapabilities,
  (session, { changes }) => session.filesChanged(changes),
);
