/** `workspace/didChangeConfiguration`: the settings of the editor have changed. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didChangeConfiguration = notification(
  DidChangeConfigurationNotification.type,
  noCapabilities,
  (session, { settings }) => session.settingsChanged(settings),
);
