/** The extension on the desktop and on a remote machine: the language server is a process of its own, reached over IPC. */

import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type RunningClient } from './activate.js';

// Limits the memory that a hostile plan can use.
const MEMORY_LIMIT = '--max-old-space-size=512';

let running: RunningClient | undefined;

/** Called by VS Code when the first plan is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc, options: { execArgv: [MEMORY_LIMIT] } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6009', '--enable-source-maps'] } },
  };
  running = activateClient(context, options => new LanguageClient('onePlan', 'One Plan', server, options));
}

/** Called by VS Code when it closes; ends the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
