/** What tests of the editor share: opening a document of the workspace and waiting for what VS Code announces. Nothing here sleeps. */

import * as vscode from 'vscode';
import { patience } from '../harness/patience.js';
import { person } from './person.js';

/** So long may a machine take that does nothing else, in milliseconds. */
const DEADLINE = 20_000;

/** Opens a file of the test workspace in the editor. */
export async function openPlan(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name)));
}

/** Opens a plan that is in no file. */
export async function openText(content: string, language = 'oneplan'): Promise<vscode.TextEditor> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

/** Shows a document, and resolves when what is typed goes there: a busy window gives its editor the keys later. */
async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await person.waitFor('focusedEditor', '');
  return editor;
}

/**
 * Waits until `done` holds, looking again at each `event`. Rejects with `what` when patience ends, so a test says what did not come.
 */
export async function until<T>(event: vscode.Event<T>, what: string, done: () => boolean): Promise<void> {
  if (done()) return;
  const deadline = patience(DEADLINE);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`Waited ${Math.round(deadline / 1000)} s in vain for ${what}.`));
    }, deadline);
    const listener = event(() => {
      if (!done()) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
}

/**
 * The findings of a document once they are as `expected` says, for example `found => found.length === 1`.
 * When they never are, the error shows what they were.
 */
export async function findings(
  uri: vscode.Uri,
  what: string,
  expected: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(uri);
  await until(vscode.languages.onDidChangeDiagnostics, what, () => expected(read())).catch(error => {
    throw new Error(`${error.message} There is: ${read().map(describe).join('; ') || 'nothing'}`);
  });
  return read();
}

/** A finding in one line: place, rule and message. */
export function describe(finding: vscode.Diagnostic): string {
  const { start } = finding.range;
  const code = typeof finding.code === 'object' ? finding.code.value : finding.code;
  return `${start.line + 1}:${start.character + 1} ${code} ${finding.message}`;
}

/** The code actions that the light bulb would offer at a range, of a kind such as `quickfix` if given. */
export async function codeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
}

/** Selects, and resolves when the window itself has the selection: what is typed before goes elsewhere. */
export async function select(editor: vscode.TextEditor, wanted: vscode.Selection): Promise<void> {
  if (editor.selection.isEqual(wanted)) return;
  let isThere = false;
  const listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
    isThere ||= selections[0]?.isEqual(wanted) ?? false;
  });
  editor.selection = wanted;
  await until(vscode.window.onDidChangeTextEditorSelection, 'the selection', () => isThere);
  listener.dispose();
}

/** Applies a code action as VS Code does: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`VS Code refused the edit of "${action.title}".`);
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Closes every editor and drops what was typed, so that tests do not see each other's documents. */
export async function revert(): Promise<void> {
  const open = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
  while (open() > 0) {
    const before = open();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (open() === before) throw new Error('An editor does not close.');
  }
}
