/**
 * Reports the cursor to the server by the notification `oneplan/cursor`, so that findings on what an item still lacks
 * wait while it is being typed.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Cursor } from '../../server/src/protocol.js';
import { ownNotification } from './own-methods.js';

/** Reports until it is disposed of. */
export function tellCursor(client: BaseLanguageClient): vscode.Disposable {
  let wasInPlan = false;
  const tell = (editor: vscode.TextEditor | undefined) => {
    const isInPlan = editor?.document.languageId === 'oneplan';
    if (!client.isRunning() || (!isInPlan && !wasInPlan)) return;
    wasInPlan = isInPlan;
    const sent = isInPlan ? cursorOf(client, editor) : null;
    client
      .sendNotification(ownNotification('oneplan/cursor'), sent)
      .catch(error => client.outputChannel.appendLine(String(error)));
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) tell(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(tell),
    client.onDidChangeState(() => tell(vscode.window.activeTextEditor)),
  );
}

function cursorOf(client: BaseLanguageClient, { document, selection }: vscode.TextEditor): Cursor {
  const { line, character } = selection.active;
  return { uri: client.code2ProtocolConverter.asUri(document.uri), position: { line, character } };
}
