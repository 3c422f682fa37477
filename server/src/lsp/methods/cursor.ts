/** `oneplan/cursor`: where the cursor is, so that an item that is being typed can be left in peace. */
import { ProtocolNotificationType } from 'vscode-languageserver';
import { noCapabilities, notification } from '../method';
import type { CursorParams } from '../typing';

export const cursor = notification(
  new ProtocolNotificationType<CursorParams | null, void>('oneplan/cursor'),
  noCapabilities,
  (session, params) => session.cursorMoved(isCursor(params) ? params : null),
);

function isCursor(params: unknown): params is CursorParams {
  if (typeof params !== 'object' || params === null) return false;
  const { uri, position } = params as Partial<CursorParams>;
  return typeof uri === 'string' && typeof position?.line === 'number' && typeof position.character === 'number';
}
