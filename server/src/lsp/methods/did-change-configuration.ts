/** `workspace/didChangeConfiguration`: the settings of the editor have changed, and with them findings and hints. */
import { DidChangeConfigurationNotification, InlayHintRefreshRequest } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';

export const didChangeConfiguration = notification(
  DidChangeConfigurationNotification.type,
  noCapabilities,
  async (session, { settings }) => {
    await session.settingsChanged(settings);
    if (session.client.refreshesInlayHints) await session.connection.sendRequest(InlayHintRefreshRequest.type);
  },
);
