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
    .replace('oversight: {body: commissioning-committee, reports: monthly}', 'oversight:')
    .replaceAll('      scheme: falls-response\n', '');

const bcfPlan = `bcf_plan: 1
title: North Yorkshire Better Care Fund plan 2016-17
place: {code: E10000023, name: North Yorkshire}
year: 2016-17
schemes:
  - {id: NY-03, name: Falls response team, amount: £1.1m}
  - {id: NY-04, name: Lunch clubs, amount: £100k}
`;

/** So much of a window is still read in a picture that is half as wide as a page. */
const page = { width: 860, height: 540 };
/** A picture of two texts, or of what stands at the foot of the window. */
const low = { width: 860, height: 420 };
const top = vscode.TextEditorRevealType.AtTop;
/** What of VS Code the pictures are not about. */
const hidden = {
  'editor.inlineSuggest.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

describe('pictures', () => {
  let folder: vscode.Uri;
  let uri: vscode.Uri;
  let editor: vscode.TextEditor;

  const set = async (name: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    await person.resize(page);
    for (const [name, value] of Object.entries(hidden)) await set(name, value);
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!workspace) throw new Error('No folder is open.');
    folder = vscode.Uri.joinPath(workspace, 'plans');
    uri = vscode.Uri.joinPath(folder, 'north-yorkshire.plan.yaml');
    const sample = fs.readFileSync(path.join(samples, 'north-yorkshire.plan.yaml'), 'utf8');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(unfinished(sample)));
  });
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    for (const name of Object.keys(hidden)) await set(name, undefined);
    await person.resize({ width: 1280, height: 800 });
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    editor = await vscode.window.showTextDocument(uri);
    await findings(uri, 'the missing lead', found => found.some(({ message }) => message.includes('"TBC"')));
  });
  afterEach(async () => {
    await person.press('Escape');
    await person.resize(page);
    await revert();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  /** Shows the line with the words, in the middle unless told, the cursor behind them; the window says in which item that is. */
  const goBehind = async (words: string, item: string, show = vscode.TextEditorRevealType.InCenter) => {
    const place = editor.document.positionAt(editor.document.getText().indexOf(words) + words.length);
    await select(editor, new vscode.Selection(place, place));
    editor.revealRange(editor.selection, show);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.waitFor('breadcrumbs', item);
  };

  it('finding: a lead that is still to be confirmed, with what to do about it', async () => {
    await goBehind(
      'title: Residential and nursing care\n      service: adult-social-care\n      lead: T',
      'Residential and nursing care',
    );
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
    await goBehind(
      'title: Residential and nursing care\n      service: adult-social-care\n      lead: TBC',
      'Residential and nursing care',
    );
    await person.press('ControlOrMeta+Shift+ArrowLeft', 'Delete', 'ControlOrMeta+Space');
    await person.waitFor('completions', 'm-adeyinka');
    await person.waitFor('completionDetails', 'Moira Adeyinka');
    await person.screenshot('picture-completion');
  });

  it('to-be-agreed: the list beside the plan', async () => {
    await goBehind('title: Residential and nursing care', 'Residential and nursing care');
    await vscode.commands.executeCommand('onePlan.showReadiness');
    await person.waitFor('tree', 'Budget');
    await person.waitFor('treeMessage', 'to do before this plan can be agreed');
    await person.screenshot('picture-to-be-agreed');
  });

  it('outline: the parts of the plan by their own names, with their money', async () => {
    await goBehind('schemes:', 'Schemes');
    await vscode.commands.executeCommand('workbench.action.gotoSymbol');
    await person.waitFor('quickInput', '');
    await person.type('falls');
    await person.waitFor('quickInput', 'Falls response team');
    await person.screenshot('picture-outline');
  });

  it('hover: an amount in words', async () => {
    await goBehind('title: Residential and nursing care', 'Residential and nursing care');
    const amount = editor.document.positionAt(editor.document.getText().indexOf('£74m') + 2);
    await select(editor, new vscode.Selection(amount, amount));
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', '74 million pounds');
    await person.screenshot('picture-hover');
  });

  it('light-bulb: who could be the lead', async () => {
    await goBehind(
      'title: Residential and nursing care\n      service: adult-social-care\n      lead: TBC',
      'Residential and nursing care',
      top,
    );
    await person.pressLightBulb();
    await person.waitFor('actions', 'Waive unassigned-accountable-lead here');
    await person.screenshot('picture-light-bulb');
  });

  it('missing-line: a scheme without money, and the line to add', async () => {
    await goBehind('name: Falls response service', 'Falls response service', top);
    await person.pressLightBulb();
    await person.waitFor('actions', 'Add a budget line for "Falls response service"');
    await person.screenshot('picture-missing-line');
  });

  it('fix: a date written as on paper, and how a plan writes it', async () => {
    await goBehind('type: section-75-signed\n    lead: s-winterburn\n    deadline: ', 'Section 75 agreement signed');
    const date = new vscode.Range(editor.selection.active, editor.selection.active.translate(0, 10));
    await editor.edit(edit => edit.replace(date, '28/02/2018'));
    await findings(uri, 'the date', found => found.some(({ message }) => message.includes('28/02/2018')));
    await goBehind('deadline: 28/02/2018', 'Section 75 agreement signed');
    await person.pressLightBulb();
    await person.waitFor('actions', '2018-02-28');
    await person.screenshot('picture-fix');
  });

  it('hints: names, sums and days behind what is written', async () => {
    await goBehind('title: Reablement team', 'Reablement team');
    await person.waitFor('inlay', 'Moira Adeyinka');
    await person.waitFor('inlay', '= £178.3m');
    await person.screenshot('picture-hints');
  });

  it('lenses: what each scheme costs, and what hangs on it', async () => {
    await goBehind('what_changes: One team for', 'Home first');
    await person.waitFor('lenses', 'from 2017-18 to 2019-20');
    await person.waitFor('lenses', 'No budget line');
    await person.screenshot('picture-lenses');
  });

  it('references: every place of one person', async () => {
    await person.resize(low);
    await goBehind('{id: m-adeyinka', 'Moira Adeyinka');
    await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
    await person.waitFor('peek', 'm-adeyinka');
    await person.drag('peekBorder', -200);
    await person.screenshot('picture-references');
  });

  it('rename: a new id, for every place at once', async () => {
    await goBehind('id: home-first', 'Home first');
    await person.press('F2');
    await person.waitFor('renameBox', '');
    await person.press('ControlOrMeta+a');
    await person.type('home-from-hospital');
    await person.screenshot('picture-rename');
    await person.press('Escape');
  });

  it('golden-thread: from a contribution to the outcomes that it is for', async () => {
    await goBehind('id: county-dfg', 'county-dfg');
    await vscode.commands.executeCommand('editor.showCallHierarchy');
    await person.waitFor('peek', 'Adaptations to people');
    await person.press('ArrowDown', 'ArrowRight');
    await person.waitFor('peek', 'Safe at home');
    await person.press('ArrowDown', 'ArrowRight');
    await person.waitFor('peek', 'Emergency hospital admissions');
    await person.drag('peekBorder', -260);
    await person.screenshot('picture-golden-thread');
  });

  it('merge: what became of a scheme of the old plan', async () => {
    const old = vscode.Uri.joinPath(folder, 'better-care-fund-2016-17.plan.yaml');
    await vscode.workspace.fs.writeFile(old, new TextEncoder().encode(bcfPlan));
    await goBehind('schemes:', 'Schemes');
    const brought = vscode.commands.executeCommand('onePlan.mergePlans');
    await person.waitFor('quickInput', 'North Yorkshire Better Care Fund plan 2016-17');
    await person.click('quickInput', 'North Yorkshire Better Care Fund plan 2016-17');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Carried on');
    await person.screenshot('picture-merge');
    await person.press('Escape');
    await brought;
    await vscode.workspace.fs.delete(old);
  });

  it('problems: the list of findings', async () => {
    await goBehind('title: Residential and nursing care', 'Residential and nursing care');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await person.waitFor('problems', 'oneplan');
    await person.screenshot('picture-problems');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('settings: how plans are judged', async () => {
    await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:oneplan.oneplan');
    await person.waitFor('settings', 'The stage at which plans are judged');
    await person.screenshot('picture-settings');
  });

  it('rule-page: why a rule asks', async () => {
    await vscode.commands.executeCommand('onePlan.openRulePage', 'unassigned-accountable-lead');
    await person.waitForPage('one named person who answers for it');
    await person.screenshot('picture-rule-page');
  });

  it('status: how much there is to do before the plan can be agreed', async () => {
    await person.resize({ ...low, width: 1000 });
    await goBehind('title: Residential and nursing care', 'Residential and nursing care');
    await person.lookAt({
      widget: 'languageStatus',
      shown: 'languageStatusDetails',
      text: 'before it can be agreed',
    });
    await person.screenshot('picture-status');
  });
});
