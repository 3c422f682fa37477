/**
 * The command *New plan*: asks for place, framework, years and option, and opens the new plan unsaved. The server makes
 * the text; nothing is written to disk before the author saves it.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Period, StartingChoices } from '../../server/src/protocol.js';
import { ownRequest } from './own-methods.js';

type Framework = StartingChoices['frameworks'][number];

/** Asks, makes the plan and shows it. Ends silently when the author cancels a question. */
export async function startNewPlan(client: BaseLanguageClient): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const where = folder === undefined ? {} : { folder: folder.toString() };
  const { places, frameworks } = await client.sendRequest(ownRequest('oneplan/newPlanChoices'), {
    ...where,
    today: today(),
  });
  const place = await askPlace(places);
  const framework = place && (await askFramework(frameworks));
  const period = framework && (await askPeriod(framework.period));
  if (!period) return;
  const option = await askOption(framework.options);
  if (option === undefined) return;
  const asked = { ...where, place, period, framework: framework.id, ...(option === NOT_YET ? {} : { option }) };
  const made = await client.sendRequest(ownRequest('oneplan/newPlan'), asked);
  if ('why' in made) void vscode.window.showErrorMessage(made.why);
  else await showUnsaved(made.text, made.fileName, folder);
}

/** Asks for the name of a place: which of its codes applies depends on the years, which are asked for later. */
async function askPlace(places: StartingChoices['places']): Promise<string | undefined> {
  const byName = new Map<string, { readonly codes: string[]; readonly official: Set<string> }>();
  for (const { name, code, officialName } of places) {
    const known = byName.get(name) ?? { codes: [], official: new Set() };
    known.codes.push(code);
    known.official.add(officialName);
    byName.set(name, known);
  }
  const items = [...byName]
    .map(([label, { codes, official }]) => ({ label, description: codes.join(', '), detail: [...official].join(', ') }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New plan: place'),
    placeHolder: vscode.l10n.t('The name or the code of a county, a unitary authority or a borough'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.label;
}

/** The day that counts as today in the settings, else the clock's, as `YYYY-MM-DD`. */
export function today(): string {
  const set = vscode.workspace.getConfiguration('onePlan').get<string>('today');
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return set || `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Asks for a framework; those whose years include today come first and are marked. */
export async function askFramework(frameworks: readonly Framework[]): Promise<Framework | undefined> {
  const items = frameworks.map(framework => ({
    label: framework.shortTitle,
    ...(framework.holdsDay ? { description: vscode.l10n.t('for the years that hold today') } : {}),
    detail: framework.title,
    framework,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New plan: national framework'),
    placeHolder: vscode.l10n.t('What the plan will be checked against'),
    matchOnDetail: true,
  });
  return chosen?.framework;
}

/** Asks for the years: the framework's usual ones, or others. */
export async function askPeriod(usual: Period): Promise<Period | undefined> {
  const own = vscode.l10n.t('Other years…');
  const chosen = await vscode.window.showQuickPick(
    [{ label: inWords(usual), description: vscode.l10n.t('usual for this framework') }, { label: own }],
    { title: vscode.l10n.t('New plan: years'), placeHolder: vscode.l10n.t('The first and the last day of the plan') },
  );
  if (chosen?.label !== own) return chosen && usual;
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('New plan: years'),
    prompt: vscode.l10n.t('The first and the last day of the plan'),
    value: inWords(usual),
    validateInput: text =>
      readPeriod(text) ? undefined : vscode.l10n.t('Write two days, like 2017-04-01 to 2020-03-31.'),
  });
  return written === undefined ? undefined : readPeriod(written);
}

function inWords({ from, to }: Period): string {
  return vscode.l10n.t('{0} to {1}', from, to);
}

function readPeriod(written: string): Period | undefined {
  const [from, to, ...more] = written.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return from === undefined || to === undefined || more.length > 0 || from >= to ? undefined : { from, to };
}

const NOT_YET = 'not yet';

async function askOption(options: readonly string[]): Promise<string | undefined> {
  if (options.length === 0) return NOT_YET;
  const known: Readonly<Record<string, readonly [string, string]>> = {
    'existing-arrangements': [
      vscode.l10n.t('Existing arrangements'),
      vscode.l10n.t('The partners go on as they are, and the plan makes the case for it'),
    ],
    'single-commissioner': [
      vscode.l10n.t('A single commissioner'),
      vscode.l10n.t('One partner commissions for all of them'),
    ],
    'health-and-wellbeing-board': [
      vscode.l10n.t('The health and wellbeing board'),
      vscode.l10n.t('The board commissions, after an assessment of whether it can'),
    ],
  };
  const items = options.map(option => {
    const [label, detail] = known[option] ?? [option, ''];
    return { label, detail, option };
  });
  const later = { label: vscode.l10n.t('Not chosen yet'), detail: '', option: NOT_YET };
  const chosen = await vscode.window.showQuickPick([...items, later], {
    title: vscode.l10n.t('New plan: commissioning option'),
    placeHolder: vscode.l10n.t('Who will commission services in the place'),
  });
  return chosen?.option;
}

/** Opens the text as an unsaved file, under its usual name in `folder` where there is one. */
export async function showUnsaved(content: string, fileName: string, folder: vscode.Uri | undefined): Promise<void> {
  const free = folder && (await freeName(folder, fileName));
  if (!free) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'oneplan', content }));
    return;
  }
  const document = await vscode.workspace.openTextDocument(free.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit(edit => edit.insert(new vscode.Position(0, 0), content));
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}

/** `leeds.plan.yaml`, or `leeds-2.plan.yaml` where that exists already, saved or not. */
async function freeName(folder: vscode.Uri, fileName: string): Promise<vscode.Uri | undefined> {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 1; number < 100; number++) {
    const name = number === 1 ? fileName : fileName.replace('.plan.', `-${number}.plan.`);
    const uri = vscode.Uri.joinPath(folder, name);
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isThere && !open.has(uri.path)) return uri;
  }
  return undefined;
}
