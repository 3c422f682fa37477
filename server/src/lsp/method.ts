/** What a method of the protocol is to this server: one file in `methods/`, one line in its table. */
import {
  type CancellationToken,
  type Connection,
  ProtocolNotificationType,
  type ProtocolRequestType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { OwnNotifications, OwnRequests } from '../protocol';
import type { ClientCapabilities } from './client-capabilities';
import type { Guard } from './guard';
import { ownRequestType } from './own-types';
import type { Session } from './session';

export interface Method {
  /** What the server promises a client because of this method. */
  capabilities(client: ClientCapabilities): Partial<ServerCapabilities>;
  /** Binds the method. `session` gives the session of an initialised server: the guard lets nothing through before. */
  bind(connection: Connection, guard: Guard, session: () => Session): void;
}

/** A request. Its answer may take time: it reads what is newest, and ends early when it is cancelled. */
export function request<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capabilities: Method['capabilities'],
  answer: (session: Session, params: P, token: CancellationToken) => R | Promise<R>,
): Method {
  const bind: Method['bind'] = (connection, guard, session) => {
    const handle = (params: P, token: CancellationToken) =>
      guard.request(type.method, () => answer(session(), params, token));
    connection.onRequest(type as ProtocolRequestType<unknown, unknown, unknown, unknown, unknown>, handle as never);
  };
  return { capabilities, bind };
}

/** A notification. */
export function notification<P, RO>(
  type: ProtocolNotificationType<P, RO>,
  capabilities: Method['capabilities'],
  receive: (session: Session, params: P) => unknown,
): Method {
  const bind: Method['bind'] = (connection, guard, session) => {
    const handle = (params: P) => guard.notification(type.method, () => receive(session(), params));
    connection.onNotification(type as ProtocolNotificationType<unknown, unknown>, handle as never);
  };
  return { capabilities, bind };
}

/** A request that only this server and its clients know. */
export function ownRequest<M extends keyof OwnRequests>(
  method: M,
  answer: (
    session: Session,
    params: OwnRequests[M]['params'],
  ) => OwnRequests[M]['result'] | Promise<OwnRequests[M]['result']>,
): Method {
  return request(ownRequestType(method), noCapabilities, answer);
}

/** A notification that only this server and its clients know. What comes may be of any form. */
export function ownNotification(
  method: keyof OwnNotifications,
  receive: (session: Session, params: unknown) => unknown,
): Method {
  return notification(new ProtocolNotificationType<unknown, void>(method), noCapabilities, receive);
}

/** For a method that promises nothing. */
export function noCapabilities(): Partial<ServerCapabilities> {
  return {};
}
