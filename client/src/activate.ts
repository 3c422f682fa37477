/**
 * The part of the extension that both entries share: the language client, its status item and the commands. The entries
 * differ only in how they start the server. A crash of the server never stops the checking of other plans.
 */

import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { fixAll, openRulePage } from './commands.js';
import { type CrashRecord, createCrashRecord } from './crash-record.js';
import { tellCursor } from './cursor.js';
import { createDocumentGate, type DocumentGate } from './document-gate.js';
import { mergeIntoPlan } from './merge-plans.js';
import { startNewPlan } from './new-plan.js';
import { startNextPlan } from './next-plan.js';
import { ownNotification } from './own-methods.js';
import { createReadinessView } from './readiness-view.js';
import { showReferences } from './show-references.js';
import { createStatusItem, type StatusItem } from './status-item.js';
import { serveWorkspaceFiles } from './workspace-files.js';

/** The client of a running extension. */
export interface RunningClient {
  /** Ends the server. */
  stop(): Promise<void>;
}

/** Starts the extension. `createClient` makes the client for the environment. */
export function activateClient(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): RunningClient {
  const output = vscode.window.createOutputChannel('One Plan', { log: true });
  const status = createStatusItem();
  const record = createCrashRecord(Date.now);
  const gate = createDocumentGate(record);
  const client = createClient(clientOptions(output, record, gate, status));
  const restart = async () => {
    record.forget();
    gate.reset();
    status.setWithheld([]);
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  const readiness = createReadinessView(client);
  void vscode.commands.executeCommand('setContext', 'onePlan.isActive', true);
  // The client itself reports why it did not start; the status item keeps showing it.
  const starting = client.start().catch(error => output.error(error));
  context.subscriptions.push(
    output,
    status,
    readiness,
    serveWorkspaceFiles(client),
    tellCursor(client),
    client.onDidChangeState(({ newState }) => status.setServer(serverState(newState))),
    client.onNotification(ownNotification('oneplan/status'), sent => {
      gate.read(sent.uri);
      status.show(sent);
      readiness.show(sent);
    }),
    vscode.commands.registerCommand('onePlan.restartServer', restart),
    vscode.commands.registerCommand('onePlan.showOutput', () => output.show()),
    ...registerCommands(context, client, starting),
  );
  return { stop: async () => (client.needsStop() ? client.stop() : undefined) };
}

/** The options sent to the server at start, and the handlers of its messages. */
function clientOptions(
  output: vscode.LogOutputChannel,
  record: CrashRecord,
  gate: DocumentGate,
  status: StatusItem,
): LanguageClientOptions {
  return {
    // Configurations and frameworks of a team are checked while they are edited too; their language stays YAML.
    documentSelector: [
      { language: 'oneplan' },
      { pattern: '**/oneplan.config.yaml' },
      { pattern: '**/*.framework.{yaml,yml}' },
      { pattern: '**/frameworks/*.{yaml,yml}' },
    ],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => ({
      withheld: record.withheld(),
      readsFiles: true,
      opensRulePages: true,
      showsReferences: true,
      suggestsAgain: true,
      translations: vscode.l10n.bundle,
    }),
    middleware: gate.middleware,
    errorHandler: errorHandler(record, gate, status),
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Registers the commands; those that need the server wait until it has started. */
function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  starting: Promise<void>,
): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('onePlan.newPlan', async () => {
      await starting;
      await startNewPlan(client);
    }),
    vscode.commands.registerCommand('onePlan.newPlanFromThis', async () => {
      await starting;
      await startNextPlan(client);
    }),
    vscode.commands.registerCommand('onePlan.showReadiness', () =>
      vscode.commands.executeCommand('onePlan.readiness.focus'),
    ),
    vscode.commands.registerCommand('onePlan.mergePlans', async () => {
      await starting;
      await mergeIntoPlan(client);
    }),
    vscode.commands.registerCommand('onePlan.fixAll', fixAll),
    vscode.commands.registerCommand('onePlan.showReferences', (...asked: unknown[]) =>
      showReferences(client.protocol2CodeConverter, asked),
    ),
    vscode.commands.registerCommand('onePlan.openRulePage', (rule: unknown) => openRulePage(context, rule)),
  ];
}

function serverState(state: State): 'starting' | 'running' | 'stopped' {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}

/** Restarts the server after a crash, without a document that crashed it twice. */
function errorHandler(record: CrashRecord, gate: DocumentGate, status: StatusItem): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const after = record.crashed();
      if (after.kind === 'give-up') {
        void offerRestart(
          vscode.l10n.t(
            'The checker stopped five times within three minutes. Plans are not checked until you start it again.',
          ),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (after.kind === 'withhold') {
        status.setWithheld(record.withheld());
        const name = vscode.Uri.parse(after.uri).path.split('/').at(-1);
        void offerRestart(
          vscode.l10n.t(
            'The checker stopped twice on "{0}", so that file is not checked any more; other plans are. Change what you wrote last, then check it again.',
            name ?? '',
          ),
        );
      }
      gate.openOneByOne();
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function offerRestart(message: string): Promise<void> {
  const again = vscode.l10n.t('Check again');
  if ((await vscode.window.showErrorMessage(message, again)) === again) {
    await vscode.commands.executeCommand('onePlan.restartServer');
  }
}
