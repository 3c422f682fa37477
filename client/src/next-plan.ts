/**
 * The command *New plan from this one*: asks for framework and years, and opens next year's plan unsaved beside this
 * year's. The server makes the text; this year's plan changes only if its author agrees.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { MadeNextPlan } from '../../server/src/protocol.js';
import { askFramework, askPeriod, showUnsaved, today } from './new-plan.js';
import { ownRequest } from './own-methods.js';

type Made = Extract<MadeNextPlan, { kind: 'made' }>;

/** Makes next year's plan from the plan in the active editor. Ends silently when the author cancels a question. */
export async function startNextPlan(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const textDocument = { uri: document?.uri.toString() ?? '' };
  const choices =
    document?.languageId === 'oneplan'
      ? await client.sendRequest(ownRequest('oneplan/nextPlanChoices'), { textDocument, today: today() })
      : null;
  if (!document || !choices) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the plan of which the next one is to be made.'));
    return;
  }
  const framework = await askFramework(choices.frameworks);
  const period = framework && (await askPeriod(framework.period));
  if (!period) return;
  const asked = { textDocument, period, framework: framework.id };
  let made = await client.sendRequest(ownRequest('oneplan/nextPlan'), asked);
  if (made.kind === 'asks') {
    const place = await askPlace(made.places);
    if (place === undefined) return;
    made = await client.sendRequest(ownRequest('oneplan/nextPlan'), { ...asked, place });
  }
  if (made.kind === 'refused') void vscode.window.showErrorMessage(made.why);
  if (made.kind !== 'made') return;
  await showUnsaved(made.text, made.fileName, folderOf(document));
  void tell(client, document, made);
}

/** Asks for the place, where the plan's place was split into several. */
async function askPlace(
  places: readonly { readonly code: string; readonly name: string }[],
): Promise<string | undefined> {
  const items = places.map(({ code, name }) => ({ label: name, description: code }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New plan: place'),
    placeHolder: vscode.l10n.t('The place of this plan has become several'),
  });
  return chosen?.description;
}

/** The plan's folder, or the first workspace folder where the plan is not saved yet. */
function folderOf({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
  return isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
}

/** Reports what was left out; where both plans cover the same years, offers to supersede this year's. */
async function tell(client: BaseLanguageClient, document: vscode.TextDocument, made: Made): Promise<void> {
  const { leftOut, supersede } = made;
  const listed =
    leftOut === 1
      ? vscode.l10n.t('1 thing was left out: the comment above the plan says what.')
      : vscode.l10n.t('{0} things were left out: the comment above the plan lists them.', leftOut);
  if (!supersede) {
    void vscode.window.showInformationMessage(listed);
    return;
  }
  const write = vscode.l10n.t('Write "status: superseded"');
  const chosen = await vscode.window.showInformationMessage(`${listed} ${supersede.why}`, write);
  if (chosen !== write) return;
  if (supersede.version !== document.version) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The plan was changed meanwhile. Start again.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...supersede.edits]));
  await vscode.workspace.applyEdit(edit);
}
