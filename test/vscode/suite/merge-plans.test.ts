/** Bringing an old plan into a plan as a person does: choose it, answer what is asked, see one edit, take it back. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { findings } from './support.js';

const plan = `one_plan: 1
title: One plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}
schemes:
  - {id: falls, name: Falls service, lead: TBC, novelty: existing}
`;
const old = `bcf_plan: 1
title: Better Care Fund plan 2016-17
place: {code: E10000023, name: North Yorkshire}
year: 2016-17
schemes:
  - {id: NY-03, name: Falls team, amount: £900k}
  - {id: NY-04, name: Lunch club, amount: £100k}
`;

describe('bringing an old plan into a plan', () => {
  const folder = () =>
    vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), 'merged');
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it('asks which, and what became of what is like another; then changes the plan in one step', async () => {
    await write('bcf.plan.yaml', old);
    await write('one.plan.yaml', plan);
    const { document } = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder(), 'one.plan.yaml'));
    await findings(document.uri, 'the findings of the plan', all => all.length > 3);
    const brought = vscode.commands.executeCommand('onePlan.mergePlans');
    await person.waitFor('quickInput', 'Better Care Fund plan 2016-17');
    await person.click('quickInput', 'Better Care Fund plan 2016-17');
    await person.screenshot('merge-which');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Carried on');
    await person.screenshot('merge-question');
    await person.click('quickInput', 'Carried on');
    await brought;
    const text = document.getText();
    assert.match(text, / {6}NY-03: falls\n {6}NY-04: lunch-club\n/);
    assert.match(text, /id: lunch-club\n {6}title: Lunch club\n[\s\S]*amounts: \{2017-18: £100k\}/);
    for (const line of plan.split('\n')) assert.ok(text.split('\n').includes(line), line);
    const found = await findings(document.uri, 'what is left to fill', all =>
      all.some(({ message }) => message.includes('"service:"')),
    );
    const rules = found.map(({ code }) => String(typeof code === 'object' ? code.value : code));
    assert.deepEqual(
      rules.filter(rule => rule.startsWith('bcf-')),
      [],
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
  });
});
