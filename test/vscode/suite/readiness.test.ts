/** The view "To be agreed" as a person reads it: what is missing in each section, kept current, one click from its place. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { openPlan, openText, revert, until } from './support.js';

const plan = `one_plan: 1
title: A plan
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}
governance: {accountable_lead: TBC}
services:
  adult-social-care: {in_scope: tbc}
  acute: {in_scope: tbc, definition: Emergency medicine}
`;

describe('the view "To be agreed"', () => {
  beforeEach(async () => {
    await openText(plan);
    await vscode.commands.executeCommand('onePlan.showReadiness');
  });
  afterEach(revert);

  it('says in words how much is to do, section by section', async () => {
    const shown = await person.waitFor('tree', 'Services');
    const text = shown.join('\n');
    assert.match(text, /The plan as a whole\s*\d+ to do/);
    assert.match(text, /Services\s*6 to do/);
    assert.match(text, /It is still open whether service "acute" is in the budget\./);
    const [message = ''] = await person.waitFor('treeMessage', 'before this plan can be agreed');
    assert.match(message, /^\d+ to do before this plan can be agreed$/);
    await person.screenshot('to-be-agreed');
  });

  it('goes to the place of an entry that is clicked', async () => {
    await person.waitFor('tree', 'service "acute"');
    await person.click('tree', 'service "acute"');
    const at = plan.slice(0, plan.indexOf('tbc, definition')).split('\n').length - 1;
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      'the place in the plan',
      () => vscode.window.activeTextEditor?.selection.start.line === at,
    );
    assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), 'tbc');
  });

  it('is current with every change, and empty for what is no plan', async () => {
    await person.waitFor('tree', 'Services');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = editor.document.positionAt(plan.indexOf('acute: {'));
    const end = editor.document.positionAt(plan.length);
    await editor.edit(edit => edit.replace(new vscode.Range(start, end), 'acute: {in_scope: false, reason: Later}\n'));
    await person.waitFor('tree', '5 to do');
    await openPlan('notes.yaml');
    await vscode.commands.executeCommand('onePlan.showReadiness');
    await person.waitFor('welcome', 'Open a plan to see');
  });

  it('opens from the status of the plan', async () => {
    await vscode.commands.executeCommand('workbench.view.search');
    await person.lookAt({
      widget: 'languageStatus',
      shown: 'languageStatusDetails',
      text: 'before it can be agreed',
      click: { widget: 'languageStatusCommand', text: 'Show the list' },
    });
    await person.waitFor('tree', 'Services');
  });
});
