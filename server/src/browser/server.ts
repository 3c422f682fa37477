/** The language server in a web worker: everything that it reads comes through the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { cancelUndispatched } from '../lsp/cancel-undispatched';
import { clientFiles } from '../lsp/client-files';
import { startServer } from '../lsp/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  cancelUndispatched,
);
startServer(connection, {
  files: clientFiles,
  rulePage: () => undefined,
});
