/**
 * The extension in an invented language of wide letters: what a user reads in narrow ones could not be translated. Names
 * and words of the plan and of the tables stay as they are.
 */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { narrowWords, widened } from '../harness/wide-language.js';
import { person } from '../suite/person.js';
import { findings, openPlan, openText, revert } from '../suite/support.js';

const UNFINISHED =
  'one_plan: 1\ntitle: A plan\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\ngovernance: {accountable_lead: TBC}\n';

/** Keys of a manifest whose texts people see. */
const SHOWN: ReadonlySet<string> = new Set(
  'title category description markdownDescription enumDescriptions patternErrorMessage name contextualTitle contents altText'.split(
    ' ',
  ),
);

/** Of the plan, the framework, the tables and the program; lists are joined as in the nearest language that is known. */
const NAMES = 'and or TBC Beyond Barker North Yorkshire County Council NHS CCG CCGs One Plan acute';

describe('another language', () => {
  afterEach(revert);

  it('is spoken by commands, settings, views and walkthroughs', () => {
    assert.equal(vscode.env.language, 'x-wide');
    const { packageJSON } = vscode.extensions.getExtension('oneplan.oneplan') ?? assert.fail();
    const narrow: string[] = [];
    let seen = 0;
    const visit = (value: unknown, key: string) => {
      if (typeof value === 'string' && SHOWN.has(key)) {
        seen++;
        if (narrowWords(value).length > 0) narrow.push(value);
      } else if (Array.isArray(value)) for (const item of value) visit(item, key);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) visit(inner, name);
    };
    visit(packageJSON.contributes, '');
    assert.ok(seen > 60, `${seen} texts`);
    assert.deepEqual(narrow, []);
  });

  it('is spoken by findings, the status of the plan and the list of what is to do', async () => {
    const { document } = await openText(UNFINISHED);
    const found = await findings(document.uri, 'findings', all => all.length > 3);
    for (const { message } of found) onlyOf(message, NAMES);
    const status = await person.lookAt({
      widget: 'languageStatus',
      shown: 'languageStatusDetails',
      text: widened('Draft'),
    });
    // Beside ours stands what VS Code has to say itself.
    for (const text of status.filter(own => own.includes(widened('Draft')))) onlyOf(text, NAMES);
    await vscode.commands.executeCommand('onePlan.showReadiness');
    const toDo = await person.waitFor('tree', widened('to do'));
    for (const section of toDo.filter(text => text.includes(widened('to do')))) onlyOf(section, NAMES);
    for (const text of await person.waitFor('treeMessage', widened('to do'))) onlyOf(text, '');
    await person.screenshot('another language');
  });

  it('is spoken by the questions of a new plan', async () => {
    const made = vscode.commands.executeCommand('onePlan.newPlan');
    await person.waitFor('quickInput', 'Barnsley');
    await asked();
    await person.type('Leeds');
    await person.press('Enter');
    await person.waitFor('quickInput', 'Beyond Barker (2015)');
    await asked();
    await person.click('quickInput', 'Beyond Barker (2015)');
    for (const text of await person.waitFor('quickInput', '2017-04-01')) onlyOf(text, '');
    await asked();
    await person.click('quickInput', widened('Other years'));
    await asked();
    await person.press('Enter');
    for (const text of await person.waitFor('quickInput', widened('A single commissioner'))) onlyOf(text, '');
    await asked();
    await person.press('Escape');
    await made;
  });

  it('is spoken by what is said when there is nothing to do', async () => {
    await openPlan('notes.yaml');
    await vscode.commands.executeCommand('onePlan.fixAll');
    await vscode.commands.executeCommand('onePlan.mergePlans');
    await vscode.commands.executeCommand('onePlan.showReadiness');
    await person.waitFor('notifications', widened('Open a plan first.'));
    for (const text of await person.waitFor('notifications', widened('Open the plan'))) onlyOf(text, '');
    for (const text of await person.waitFor('welcome', widened('Open a plan'))) onlyOf(text, '');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

/** The title of the question that is asked, and its help. */
async function asked(): Promise<void> {
  for (const text of await person.waitFor('question', '')) onlyOf(text, '');
}

/** Fails on a word in narrow letters other than the known ones, ids, what is quoted, and what VS Code says itself. */
function onlyOf(text: string, known: string): void {
  const names = new Set(narrowWords(known));
  assert.deepEqual(
    narrowWords(text.replace(/"[^"]*"|[a-z]+(?:-[a-z]+)+|\(Press 'Enter'[^)]*\)/g, '')).filter(
      word => !names.has(word),
    ),
    [],
    text,
  );
}
