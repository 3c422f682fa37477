/** The extension in the browser: the language server runs in a web worker. */

import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateClient, type RunningClient } from './activate.js';

/** The only browser type used here; the full types would hide uses of Node's. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

let running: RunningClient | undefined;
let worker: Worker | undefined;

/** Called by VS Code when the first plan is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // Each start gets a new worker, so that a restart also ends a worker that hangs.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(module);
    // The client accepts a worker only if it is of the page's own class, which VS Code's is not.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = activateClient(context, options => new LanguageClient('onePlan', 'One Plan', startWorker, options));
}

/** Called by VS Code when it closes; ends the worker. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
