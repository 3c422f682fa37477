/** `workspace/didChangeWorkspaceFolders`: each folder has its own plans and its own configuration. */
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver';
import { notification } from '../method';

export const didChangeWorkspaceFolders = notification(
  DidChangeWorkspaceFoldersNotification.type,
  () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  (session, { event }) =>
    session.changeFolders(
      event.added.map(({ uri }) => uri),
      event.removed.map(({ uri }) => uri),
    ),
);
