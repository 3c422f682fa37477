/** Finding one's way in a plan as a person does: hover, hints, lenses, outline, references, rename and the golden thread. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { openText, revert, until } from './support.js';

const plan = `one_plan: 1
title: One plan for North East Lincolnshire
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E06000012, name: North East Lincolnshire}
partners:
  - {id: council, name: North East Lincolnshire Council, type: upper-tier-council}
  - {id: ccg, name: NHS North East Lincolnshire CCG, type: clinical-commissioning-group, code: 03H}
people:
  - {id: joint-chief, name: Verity Carrick, post: Joint Chief Executive, employer: ccg}
budget:
  contributions:
    - {id: minimum, partner: ccg, source: nhs-minimum, amounts: {2017-18: £4.4m, 2018-19: £4.6m}}
  lines:
    - id: single-point
      title: Single point of access
      service: community-health
      scheme: front-door
      lead: joint-chief
      funded_by: minimum
      amounts: {2017-18: £4.4m, 2018-19: £4.5m}
schemes:
  - {id: front-door, name: One front door, lead: joint-chief, novelty: changed, outcomes: [at-home]}
  - id: crisis-house
    name: Crisis house
    lead: TBC
milestones:
  - id: function
    title: One commissioning function
    lead: joint-chief
    deadline: 2017-10-01
  - {id: go-live, title: The front door opens, lead: joint-chief, deadline: 2018-04-01, depends_on: [function], scheme: front-door}
outcomes:
  - {id: at-home, framework: ASCOF, edition: 2017-18, code: 1D, name: Still at home, lead: joint-chief}
`;

describe('finding one\u2019s way in a plan', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    editor = await openText(plan);
    await person.waitFor('inlay', 'Verity Carrick');
  });
  afterEach(revert);

  /** Puts the cursor into the words, behind their first letter. */
  const putCursorOn = (words: string): void => {
    const place = editor.document.positionAt(plan.indexOf(words) + 1);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  };

  it('shows names, sums and the balance behind the words, and lenses above schemes and the budget', async () => {
    await person.waitFor('inlay', '= £8.9m');
    await person.waitFor('inlay', '2018-19: £100k left');
    await person.waitFor('lenses', '2017-18: £4.4m − £4.4m, in balance');
    await person.screenshot('hints-and-lenses');
    putCursorOn('novelty: changed');
    await person.waitFor('lenses', '£8.9m from 2017-18 to 2018-19 in 1 line · 1 milestone · 1 outcome');
    await person.waitFor('lenses', 'No budget line');
    await person.screenshot('lenses-of-schemes');
    await person.click('lenses', '2 references');
    await person.waitFor('peek', 'front-door');
    await person.screenshot('references-from-a-lens');
    await person.press('Escape');
  });

  it('tells of people, money and keys under the pointer', async () => {
    await person.pointAt('joint-chief');
    await person.waitFor('hover', 'Joint Chief Executive');
    await person.screenshot('hover-person');
    await person.pointAt('£4.5m');
    await person.waitFor('hover', '4 million 500 thousand pounds');
    await person.screenshot('hover-money');
    await person.pointAt('contributions');
    await person.waitFor('hover', '£9,000,000');
    await person.screenshot('hover-contributions');
  });

  it('outlines the plan with its own names and money', async () => {
    await vscode.commands.executeCommand('outline.focus');
    await person.waitFor('outline', 'Title');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('workbench.action.gotoSymbol');
    await person.waitFor('quickInput', 'Partners');
    await person.type('point');
    await person.waitFor('quickInput', 'Single point of access');
    await person.screenshot('outline');
    await person.press('Escape');
  });

  it('peeks at every place of a person, and renames them all', async () => {
    putCursorOn('joint-chief, name');
    await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
    await person.waitFor('peek', 'joint-chief');
    await person.screenshot('references');
    await person.press('Escape');
    putCursorOn('joint-chief, name');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.press('F2');
    await person.waitFor('renameBox', '');
    await person.screenshot('rename');
    await person.press('ControlOrMeta+a');
    await person.type('v-carrick');
    await person.press('Enter');
    await until(
      vscode.workspace.onDidChangeTextDocument,
      'the new id everywhere',
      () => editor.document.getText() === plan.replaceAll('joint-chief', 'v-carrick'),
    );
  });

  it('says why a word cannot be renamed', async () => {
    putCursorOn('Single point');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.press('F2');
    await person.waitFor('message', 'Put the cursor on an id to rename it.');
    await person.screenshot('rename-refused');
  });

  it('shows the golden thread from a contribution, back to what it pays for and on to who pays it', async () => {
    putCursorOn('minimum, partner');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.showCallHierarchy');
    await person.waitFor('peek', 'Single point of access');
    await person.screenshot('golden-thread');
    await vscode.commands.executeCommand('editor.showOutgoingCalls');
    await person.waitFor('peek', 'NHS North East Lincolnshire CCG');
    await person.press('Escape');
  });

  it('folds sections away', async () => {
    await vscode.commands.executeCommand('editor.foldAll');
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, 'the folds', () => editor.visibleRanges.length > 3);
    await person.screenshot('folded');
    assert.ok(editor.visibleRanges.length > 3);
  });
});
