/** The messages of `protocol.ts` as the library takes them. */
import { ProtocolNotificationType, ProtocolRequestType } from 'vscode-languageserver';
import type { OwnNotifications, OwnRequests } from '../protocol';

/** A request of `protocol.ts` as the library takes it. */
export function ownRequestType<M extends keyof OwnRequests>(
  method: M,
): ProtocolRequestType<OwnRequests[M]['params'], OwnRequests[M]['result'], never, void, void> {
  return new ProtocolRequestType(method);
}

/** A notification of `protocol.ts` as the library takes it. */
export function ownNotificationType<M extends keyof OwnNotifications>(
  method: M,
): ProtocolNotificationType<OwnNotifications[M], void> {
  return new ProtocolNotificationType(method);
}
