/** The language server in a web worker: it reads every file through the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from '../lsp/client-files';
import { connectionOptions } from '../lsp/connection-options';
import { startServer } from '../lsp/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  connectionOptions,
);
startServer(connection, {
  files: clientFiles,
  rulePage: () => undefined,
});
