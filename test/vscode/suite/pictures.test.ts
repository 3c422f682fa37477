/**
 * What the walkthrough and the read-me file show: each picture is taken of a real plan once what it is to show is seen.
 * `npm run screenshots` takes them anew and puts them where they are shown.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { person } from './person.js';
import { findings, revert, select } from './support.js';

/** Beside the bundled tests lies the whole project. */
const samples = path.resolve(__dirname, '..', '..', 'samples');
const unfinished = (sample: string) =>
  sample
    .replace('status: agreed', 'status: draft')
    .replace('lead: m-adeyinka\n      commissioner: county', 'lead: TBC\n      commissioner: county')
    .replace('lead: e-whinfell', 'lead: vacant')
    .replace('acute: {in_scope: true', 'acute: {in_scope: tbc')
    .replace('oversight: {body: commissioning-committee, reports: monthly}', 'oversight:');

describe('pictures', () => {
  let uri: vscode.Uri;
  let editor: vscode.TextEditor;

  const minimap = (enabled: boolean | undefined) =>
    vscode.workspace.getConfiguration('editor').update('minimap.enabled', enabled, vscode.ConfigurationTarget.Global);

  before(async () => {
    await minimap(false);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!folder) throw new Error('No folder is open.');
    uri = vscode.Uri.joinPath(folder, 'north-yorkshire.plan.yaml');
    const sample = fs.readFileSync(path.join(samples, 'north-yorkshire.plan.yaml'), 'utf8');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(unfinished(sample)));
  });
  after(async () => {
    await vscode.workspace.fs.delete(uri);
    await minimap(undefined);
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    editor = await vscode.window.showTextDocument(uri);
    await findings(uri, 'the missing lead', found => found.some(({ message }) => message.includes('"TBC"')));
  });
  afterEach(async () => {
    await person.press('Escape');
    await revert();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  /** Shows the line with the words in the middle, the cursor behind them. */
  const goBehind = async (words: string) => {
    const place = editor.document.positionAt(editor.document.getText().indexOf(words) + words.length);
    await select(editor, new vscode.Selection(place, place));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  };

  it('finding: a lead that is still to be confirmed, with what to do about it', async () => {
    await goBehind('title: Residential and nursing care\n      service: adult-social-care\n      lead: T');
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', 'Budget line "Residential and nursing care" has no accountable lead');
    await person.screenshot('picture-finding');
  });

  it('new-plan: the places to choose from', async () => {
    const asked = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.type('Leeds');
    await person.waitFor('quickInput', 'Leeds');
    await person.screenshot('picture-new-plan');
    await person.press('Escape');
    await asked;
  });

  it('completion: the people of the plan behind "lead"', async () => {
    await goBehind('title: Residential and nursing care\n      service: adult-social-care\n      lead: TBC');
    await person.press('ControlOrMeta+Shift+ArrowLeft', 'Delete', 'ControlOrMeta+Space');
    await person.waitFor('completions', 'm-adeyinka');
    await person.screenshot('picture-completion');
  });

  it('to-be-agreed: the list beside the plan', async () => {
    await goBehind('title: Residential and nursing care');
    await vscode.commands.executeCommand('onePlan.showReadiness');
    await person.waitFor('tree', 'Budget');
    await person.waitFor('treeMessage', 'to do before this plan can be agreed');
    await person.screenshot('picture-to-be-agreed');
  });

  it('outline: the parts of the plan by their own names, with their money', async () => {
    await goBehind('schemes:');
    await vscode.commands.executeCommand('workbench.action.gotoSymbol');
    await person.waitFor('quickInput', '');
    await person.type('falls');
    await person.waitFor('quickInput', 'Falls response team');
    await person.screenshot('picture-outline');
  });

  it('hover: an amount in words', async () => {
    await goBehind('title: Residential and nursing care\n');
    const amount = editor.document.positionAt(editor.document.getText().indexOf('£74m') + 2);
    await select(editor, new vscode.Selection(amount, amount));
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', '74 million pounds');
    await person.screenshot('picture-hover');
  });

  it('problems: the list of findings', async () => {
    await goBehind('title: Residential and nursing care');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await person.waitFor('problems', 'oneplan');
    await person.screenshot('picture-problems');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('settings: how plans are judged', async () => {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'onePlan.as');
    await person.waitFor('settings', 'The stage at which plans are judged');
    await person.screenshot('picture-settings');
  });

  it('rule-page: why a rule asks', async () => {
    await vscode.commands.executeCommand('onePlan.openRulePage', 'unassigned-accountable-lead');
    await person.waitForPage('one named person who answers for it');
    await person.screenshot('picture-rule-page');
  });
});
