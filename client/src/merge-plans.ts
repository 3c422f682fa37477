/**
 * The command *Bring an old plan into this plan*: asks which old plans, then what only the author can decide about each
 * scheme, and changes the plan in one undo step. Nothing changes before the last question is answered.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { KnownOldPlan, MergeStep, StepOption } from '../../server/src/protocol.js';
import { ownRequest } from './own-methods.js';

/** Brings old plans into the plan in the active editor. Ends silently when the author cancels a question. */
export async function mergeIntoPlan(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const textDocument = { uri: document?.uri.toString() ?? '' };
  const known =
    document?.languageId === 'oneplan'
      ? await client.sendRequest(ownRequest('oneplan/oldPlans'), { textDocument })
      : null;
  if (!document || !known) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the plan that old plans are to be brought into.'));
    return;
  }
  const oldPlans = await askOldPlans(known);
  if (!oldPlans) return;
  const became: string[] = [];
  const otherPlaces: string[] = [];
  for (;;) {
    const step = await client.sendRequest(ownRequest('oneplan/mergeOldPlans'), {
      textDocument,
      oldPlans,
      became,
      otherPlaces,
    });
    if (step?.kind !== 'asks') return finish(client, document, step);
    const option = await askQuestion(step);
    const answer = option?.kind === 'stopped' ? await askStop() : option?.answer;
    if (!option || answer === undefined) return;
    if (option.kind === 'belongs here') otherPlaces.push(answer);
    else became.push(option.scheme + answer);
  }
}

async function askOldPlans(known: readonly KnownOldPlan[]): Promise<readonly string[] | undefined> {
  if (known.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Every scheme of the old plans in this folder is accounted for, or there is no old plan.'),
    );
    return undefined;
  }
  const items = known.map(({ uri, path, title, schemes }) => {
    const detail = schemes === 1 ? vscode.l10n.t('1 scheme is open') : vscode.l10n.t('{0} schemes are open', schemes);
    return { label: title, description: path, detail, uri };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Old plans to bring into this plan'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen && chosen.length > 0 ? chosen.map(({ uri }) => uri) : undefined;
}

async function askQuestion({
  title,
  left,
  options,
}: Extract<MergeStep, { kind: 'asks' }>): Promise<StepOption | undefined> {
  const labels: Readonly<Record<StepOption['kind'], string>> = {
    carried: vscode.l10n.t('Carried on'),
    new: vscode.l10n.t('Another scheme'),
    stopped: vscode.l10n.t('Stopped'),
    'belongs here': vscode.l10n.t('Belongs here'),
  };
  const items = options.map(option => {
    const description = option.kind === 'carried' ? option.answer : '';
    return { label: labels[option.kind], description, detail: option.means, option };
  });
  const placeHolder =
    left === 1
      ? vscode.l10n.t('What became of it? This is the last question.')
      : vscode.l10n.t('What became of it? {0} questions are left.', left);
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return chosen?.option;
}

/** `stopped:the reason@2019-03-31`. */
async function askStop(): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Why has it stopped?'),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? vscode.l10n.t('Write the reason.') : undefined),
  });
  if (reason === undefined) return undefined;
  const on = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('On which day did it stop?'),
    placeHolder: '2019-03-31',
    ignoreFocusOut: true,
    validateInput: text =>
      /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? undefined : vscode.l10n.t('Write the day like 2019-03-31.'),
  });
  return on === undefined ? undefined : `stopped:${reason.trim()}@${on.trim()}`;
}

async function finish(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  step: Exclude<MergeStep, { kind: 'asks' }> | null,
): Promise<void> {
  if (step?.kind !== 'merged') {
    void vscode.window.showErrorMessage(step?.why.join(' ') ?? vscode.l10n.t('This is no plan any more.'));
    return;
  }
  if (step.version !== document.version) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The plan was changed meanwhile. Start again.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...step.edits]));
  await vscode.workspace.applyEdit(edit);
  const brought =
    step.schemes === 1
      ? vscode.l10n.t('1 scheme was brought in.')
      : vscode.l10n.t('{0} schemes were brought in.', step.schemes);
  void vscode.window.showInformationMessage(brought);
}
