/**
 * How the server's connection treats messages before they reach a method: a request that is cancelled before its turn has
 * come is answered at once and never started, and what has not the form of the protocol is refused.
 */
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  ResponseError,
} from 'vscode-languageserver';
import { unfitParam } from './expected-params';

/** To be given to the connection. Without `connectionStrategy` a storm of cancelled requests is worked off one by one. */
export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: message => {
      if (!Message.isRequest(message)) return undefined;
      const error = { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.' };
      return { jsonrpc: message.jsonrpc, id: message.id, error };
    },
  },
  messageStrategy: {
    handleMessage: (message, next) => next(fit(message)),
  },
};

/** The method by which a message is told of that has not the form of the protocol. Its one parameter says why. */
const refused = 'oneplan/refused';

/** Answers requests that have not the form of the protocol, and tells the log of notifications that have not. */
export function answerUnfit(connection: Connection): void {
  const textOf = (params: unknown) => (typeof params === 'string' ? params : 'This is no message of One Plan.');
  connection.onRequest(refused, (params: unknown) => new ResponseError(ErrorCodes.InvalidParams, textOf(params)));
  connection.onNotification(refused, (params: unknown) => connection.console.warn(textOf(params)));
}

/** `message`; in its place, where it has not the form of the protocol, one that is answered by saying so. */
function fit(message: Message): Message {
  if (!Message.isRequest(message) && !Message.isNotification(message)) return message;
  const { method, params } = message;
  const name = unfitParam(method, params);
  if (name === undefined) return message;
  const why = name === '' ? 'needs its parameters by name' : `needs "${name}" in the form of the protocol`;
  return { ...message, method: refused, params: [`The method ${method} ${why}.`] } as Message;
}
