/** Starting a plan as a person does: the command's questions, the snippets, and the welcome of an empty view. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { findings, describe as inWords, openText, revert, until } from './support.js';

describe('a new plan', () => {
  afterEach(revert);

  it('asks for place, framework, years and option, and opens the plan unsaved under its usual name', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.type('E06000014');
    await person.waitFor('quickInput', 'York');
    await person.screenshot('new-plan-place');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Beyond Barker (2015)');
    await person.screenshot('new-plan-framework');
    await person.click('quickInput', 'Beyond Barker (2015)');
    await person.waitFor('quickInput', '2017-04-01 to 2020-03-31');
    await person.press('Enter');
    await person.waitFor('quickInput', 'A single commissioner');
    await person.screenshot('new-plan-option');
    await person.click('quickInput', 'A single commissioner');
    await made;
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.match(document.uri.path, /\/york\.plan\.yaml$/);
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'oneplan']);
    assert.match(document.getText(), /^place: \{code: E06000014, name: York\}$/m);
    assert.match(document.getText(), /^ {2}option: single-commissioner$/m);
    const found = await findings(document.uri, 'what is still to do', all => all.length > 10);
    assert.deepEqual(found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(inWords), []);
    await person.screenshot('new-plan');
  });

  it('takes other years, and refuses two days that are no period', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.type('Leeds');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Joining up care (2022)');
    await person.click('quickInput', 'Joining up care (2022)');
    await person.waitFor('quickInput', 'Other years');
    await person.click('quickInput', 'Other years');
    await person.press('ControlOrMeta+a');
    await person.type('2024-04-01 to 2023-03-31');
    await person.waitFor('inputMessage', 'Write two days');
    await person.press('ControlOrMeta+a');
    await person.type('2024-04-01 to 2026-03-31');
    await person.press('Enter');
    await made;
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^period: \{from: 2024-04-01, to: 2026-03-31\}$/m);
  });

  it('says why there is none where the place had no plan of its own then', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.type('Cumberland');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Beyond Barker (2015)');
    await person.click('quickInput', 'Beyond Barker (2015)');
    await person.waitFor('quickInput', '2017-04-01');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Not chosen yet');
    await person.click('quickInput', 'Not chosen yet');
    await made;
    await person.waitFor('notifications', 'Cumberland (E06000063) had no plan of its own');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('ends without a word when the author takes the question back', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.press('Escape');
    await made;
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});

describe('snippets', () => {
  afterEach(revert);

  it('write the first lines of a plan into an empty file', async () => {
    const { document } = await openText('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { name: 'One plan' });
    await until(vscode.workspace.onDidChangeTextDocument, 'the snippet', () => document.lineCount >= 5);
    assert.match(
      document.getText(),
      /^one_plan: 1\ntitle: \nstatus: draft\nperiod: \{from: , to: \}\nplace: \{code: , name: \}$/,
    );
  });

  it('write a whole item at the indentation of its list', async () => {
    const { document } = await openText('one_plan: 1\npeople:\n  ');
    await person.press('ControlOrMeta+End');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { name: 'New person' });
    await until(vscode.workspace.onDidChangeTextDocument, 'the snippet', () => document.lineCount > 4);
    assert.equal(document.getText(), 'one_plan: 1\npeople:\n  - id: \n    name: \n    post: \n    employer: ');
  });
});
