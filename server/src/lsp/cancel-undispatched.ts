/** How the server treats a request that is cancelled before its turn has come: it is answered at once, and never started. */
import { type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';

/** To be given to the connection. Without it a storm of cancelled requests is worked off one by one. */
export const cancelUndispatched: ConnectionStrategy = {
  cancelUndispatched: message => {
    if (!Message.isRequest(message)) return undefined;
    const error = { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.' };
    return { jsonrpc: message.jsonrpc, id: message.id, error };
  },
};
