/** The messages of `protocol.ts` as the client library takes them. */
import { NotificationType, RequestType } from 'vscode-languageclient';
import type { OwnNotifications, OwnRequests } from '../../server/src/protocol.js';

/** A request that only this server and its clients know. */
export function ownRequest<M extends keyof OwnRequests>(
  method: M,
): RequestType<OwnRequests[M]['params'], OwnRequests[M]['result'], void> {
  return new RequestType(method);
}

/** A notification that only this server and its clients know. */
export function ownNotification<M extends keyof OwnNotifications>(method: M): NotificationType<OwnNotifications[M]> {
  return new NotificationType(method);
}
