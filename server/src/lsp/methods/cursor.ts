/** `oneplan/cursor`: where the cursor is, so that an item that is being typed can be left in peace. */
import type { Cursor } from '../../protocol';
import { ownNotification } from '../method';

export const cursor = ownNotification('oneplan/cursor', (session, params) =>
  session.cursorMoved(isCursor(params) ? params : null),
);

function isCursor(params: unknown): params is Cursor {
  if (typeof params !== 'object' || params === null) return false;
  const { uri, position } = params as Partial<Cursor>;
  return typeof uri === 'string' && typeof position?.line === 'number' && typeof position.character === 'number';
}
