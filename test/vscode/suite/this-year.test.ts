/** A plan for this year as a person begins it: a new one under today's framework, and next year's of this year's. Both can be agreed when their gaps are filled. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { filledNewPlan, filledNextPlan } from '../../support/fill-gaps.js';
import { person } from './person.js';
import { findings, openText, revert } from './support.js';

describe('a plan for this year', () => {
  const setToday = (today: string | undefined) =>
    vscode.workspace.getConfiguration('onePlan').update('today', today, vscode.ConfigurationTarget.Global);
  before(() => setToday('2026-05-01'));
  after(() => setToday(undefined));
  afterEach(revert);

  it('is proposed first where its years hold today, and can be agreed when its gaps are filled', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await person.type('E10000020');
    await person.waitFor('quickInput', 'Norfolk');
    await person.press('Enter');
    const [first] = await person.waitFor('quickInput', 'Better Care Fund 2026-27');
    assert.equal(first, 'Better Care Fund 2026-27');
    await person.screenshot('this-year-framework');
    await person.press('Enter');
    await person.waitFor('quickInput', '2026-04-01 to 2027-03-31');
    await person.press('Enter');
    await made;
    const document = activeDocument();
    assert.match(document.uri.path, /\/norfolk\.plan\.yaml$/);
    assert.match(document.getText(), /^framework: better-care-fund-2026-27$/m);
    assert.match(document.getText(), /NHS Norfolk and Waveney Integrated Care Board ended on 31 March 2026/);
    await findings(document.uri, 'what is still to do', all => all.length > 10);
    await fill(document, filledNewPlan);
  });

  it("is made of last year's with the command, unsaved, and can be agreed when its gaps are filled", async () => {
    const root =
      vscode.extensions.getExtension('oneplan.oneplan')?.extensionUri ?? assert.fail('The extension is not there.');
    const sample = vscode.Uri.joinPath(root, 'samples/better-care-fund-2025-26.plan.yaml');
    await openText(new TextDecoder().decode(await vscode.workspace.fs.readFile(sample)));
    const made = vscode.commands.executeCommand('onePlan.newPlanFromThis');
    await person.waitFor('quickInput', 'Better Care Fund 2026-27');
    await person.press('Enter');
    await person.waitFor('quickInput', '2026-04-01 to 2027-03-31');
    await person.press('Enter');
    await made;
    const document = activeDocument();
    assert.match(document.uri.path, /\/north-tyneside-2026-27\.plan\.yaml$/);
    assert.equal(document.isUntitled, true);
    await person.waitFor('notifications', '7 things were left out');
    await person.screenshot('next-year');
    await vscode.commands.executeCommand('notifications.clearAll');
    await findings(document.uri, 'what is still to do', all => all.length > 5);
    await fill(document, filledNextPlan);
  });

  it('asks for a plan where none is open', async () => {
    await vscode.commands.executeCommand('onePlan.newPlanFromThis');
    await person.waitFor('notifications', 'Open the plan of which the next one is to be made.');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

function activeDocument(): vscode.TextDocument {
  return vscode.window.activeTextEditor?.document ?? assert.fail('No editor is active.');
}

/** Fills the gaps and waits until nothing stands between the plan and its being agreed. */
async function fill(document: vscode.TextDocument, filled: (text: string) => string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  edit.replace(document.uri, whole, filled(document.getText()));
  await vscode.workspace.applyEdit(edit);
  await findings(document.uri, 'no warning', all =>
    all.every(({ severity }) => severity > vscode.DiagnosticSeverity.Warning),
  );
  await person.lookAt({ widget: 'languageStatus', shown: 'languageStatusDetails', text: 'ready to be agreed' });
}
