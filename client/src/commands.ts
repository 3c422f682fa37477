/** Commands on the plan in the active editor: applying all safe fixes, and opening the page of a rule. */

import * as vscode from 'vscode';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('oneplan');
/** A rule id becomes part of a file name, so only this form is allowed. */
const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Applies all safe fixes in the active plan, as one undo step. */
export async function fixAll(): Promise<void> {
  const document = activePlan();
  if (!document) return;
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    FIX_ALL.value,
  );
  const edit = actions.find(action => action.edit)?.edit;
  if (edit === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in this plan can be put right without you.'));
    return;
  }
  await vscode.workspace.applyEdit(edit);
}

/**
 * Opens the page of a rule, which is shipped with the extension. Without a rule, asks for one from the plan's findings.
 */
export async function openRulePage(context: vscode.ExtensionContext, asked: unknown): Promise<void> {
  const rule = typeof asked === 'string' ? asked : await chooseRule();
  if (rule === undefined || !RULE_ID.test(rule)) return;
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function chooseRule(): Promise<string | undefined> {
  const document = activePlan();
  if (!document) return undefined;
  const rules = new Set(vscode.languages.getDiagnostics(document.uri).map(ruleOf));
  const known = [...rules].filter(rule => RULE_ID.test(rule)).sort();
  if (known.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This plan has no findings to read about.'));
    return undefined;
  }
  return vscode.window.showQuickPick(known, { placeHolder: vscode.l10n.t('The rule to read about') });
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The plan in the active editor; tells the user when there is none. */
function activePlan(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'oneplan') return document;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan first.'));
  return undefined;
}
