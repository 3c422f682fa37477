/** `workspace/didChangeWatchedFiles`: plans, incorporated plans and configuration that changed outside the editor. */
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { keyOf } from '../document-uri';
import { noCapabilities, notification } from '../method';

export const didChangeWatchedFiles = notification(
  DidChangeWatchedFilesNotification.type,
  noCapabilities,
  (session, { changes }) => session.filesChanged([...new Set(changes.map(({ uri }) => keyOf(uri)))]),
);
