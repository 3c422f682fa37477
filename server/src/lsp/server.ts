/**
 * The language server: binds the table of methods to a connection. The host supplies what differs between environments.
 */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import manifest from '../../../package.json';
import { count, say } from '../core/index';
import { answerUnfit } from './connection-options';
import { Guard } from './guard';
import { methods } from './methods/index';
import { type Host, Session } from './session';

/** Starts to listen on `connection`; returns the guard that everything runs under. */
export function startServer(connection: Connection, host: Host): Guard {
  const guard = new Guard(line => connection.console.error(line), host.timeLimit);
  let session: Session | undefined;
  const current = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialised.');
    return session;
  };
  const bind = () => {
    for (const method of methods) method.bind(connection, guard, current);
  };
  bind();
  connection.onInitialize(params => {
    if (session) return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialised before.');
    session = new Session(connection, host, guard, params);
    guard.enter('running');
    // The library has replaced some of our listeners with its own.
    bind();
    return initialized(session);
  });
  connection.onInitialized(() => {
    void guard.inBackground('getting ready', () => getReady(current()));
  });
  connection.onShutdown(() => {
    guard.enter('shut down');
  });
  answerUnfit(connection);
  connection.listen();
  return guard;
}

function initialized({ client }: Session): InitializeResult {
  const promised = methods.map(method => method.capabilities(client));
  const capabilities: ServerCapabilities = Object.assign({}, ...promised);
  return {
    capabilities: { ...capabilities, positionEncoding: PositionEncodingKind.UTF16 },
    serverInfo: { name: manifest.name, version: manifest.version },
  };
}

/** Start-up that needs an initialized client: searching for plans and registering file watchers. */
async function getReady(session: Session): Promise<void> {
  const { connection, client } = session;
  session.prepare();
  void session.prepared.then(() => connection.console.info(greeting(session)));
  if (client.configuration && client.tellsOfSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'onePlan' });
  }
  if (client.watchesFiles) {
    // Plans, the configuration, frameworks and incorporated plans are all YAML; baselines are JSON.
    const watchers = [{ globPattern: '**/*.{yaml,yml}' }, { globPattern: '**/oneplan*.json' }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

/** The first log line: version and folders. */
function greeting({ workspace }: Session): string {
  const found = workspace.plans().length;
  return say`One Plan ${manifest.version} is running. It found ${count(found, 'plan')} in the workspace.`;
}
