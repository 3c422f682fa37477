/**
 * Handling of messages before they reach a method: a request cancelled before its turn is answered at once without
 * being started, and a message that does not have the form of the protocol is refused.
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

/**
 * The options of the connection. Without `connectionStrategy` a storm of cancelled requests would be processed one by
 * one.
 */
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

/** The method that replaces the method of a malformed message. Its one parameter says what is wrong. */
const refused = 'oneplan/refused';

/** Answers malformed requests with an error, and logs malformed notifications. */
export function answerUnfit(connection: Connection): void {
  const textOf = (params: unknown) => (typeof params === 'string' ? params : 'This is no message of One Plan.');
  connection.onRequest(refused, (params: unknown) => new ResponseError(ErrorCodes.InvalidParams, textOf(params)));
  connection.onNotification(refused, (params: unknown) => connection.console.warn(textOf(params)));
}

/** `message`, or where it is malformed, a message of the method `refused` in its place. */
function fit(message: Message): Message {
  if (!Message.isRequest(message) && !Message.isNotification(message)) return message;
  const { method, params } = message;
  const name = unfitParam(method, params);
  if (name === undefined) return message;
  const why = name === '' ? 'needs its parameters by name' : `needs "${name}" in the form of the protocol`;
  return { ...message, method: refused, params: [`The method ${method} ${why}.`] } as Message;
}
