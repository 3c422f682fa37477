/** The language server: binds the server table to a connection. What differs between places to run comes from the host. */
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

/** Starts to listen on `connection`; the guard that everything runs under. */
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
    // The library has put listeners of its own in the place of some of ours.
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

/** What needs the client to be ready: looking for plans, and telling it what to watch. */
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

/** The first line of the log: what runs, and over what. */
function greeting({ workspace }: Session): string {
  const found = workspace.plans().length;
  return say`One Plan ${manifest.version} is running. It found ${count(found, 'plan')} in the workspace.`;
}
