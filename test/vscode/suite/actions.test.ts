/** The editor does the clerical work: actions with places to type, formatting, completion, and quiet while typing. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { apply, codeActions, findings, openText, revert, until } from './support.js';

const draft = `one_plan: 1
title: A plan
status: draft
period: {from: 2018-04-01, to: 2020-03-31}
place: {code: E08000015, name: Wirral}

partners:
  - {id: council, name: Wirral Council, type: upper-tier-council}

people:
  - {id: q-haldane, name: Quentin Haldane, post: Director, employer: council}

services:
  community-health: {in_scope: true}

budget:
  contributions:
    - {id: council-money, partner: council, source: local-authority, amounts: {2018-19: £1m, 2019-20: £1m}}
  lines:
    - id: nursing
      title: Nursing
      service: community-health
      lead: q-haldane
      funded_by: council-money
      amounts: {2018-19: £1m, 2019-20: £1m}

schemes:
  - id: falls
    name: Falls response
    lead: q-haldane
    novelty: existing
`;

describe('clerical work', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    editor = await openText(draft);
  });
  afterEach(revert);

  const rangeOf = (words: string) => {
    const start = editor.document.getText().indexOf(words);
    assert.ok(start >= 0, words);
    return new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
  };
  /** Puts the cursor where a person types next. */
  const putCursor = async (place: vscode.Position) => {
    let isThere = false;
    const listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
      isThere ||= selections[0]?.active.isEqual(place) ?? false;
    });
    editor.selection = new vscode.Selection(place, place);
    await until(vscode.window.onDidChangeTextEditorSelection, 'the cursor', () => isThere);
    listener.dispose();
  };
  /** Waits until the text is as a person who looks at it expects. */
  const shows = async (words: string) => {
    const isThere = () => editor.document.getText().includes(words);
    await until(vscode.workspace.onDidChangeTextDocument, JSON.stringify(words), isThere);
  };
  const isAbout = (rule: string) => (found: vscode.Diagnostic) =>
    (typeof found.code === 'object' ? found.code.value : found.code) === rule;
  const action = async (words: string, title: string) => {
    const all = await codeActions(editor.document.uri, rangeOf(words));
    return all.find(candidate => candidate.title === title) ?? assert.fail(all.map(other => other.title).join('; '));
  };

  it('adds a budget line with the amounts to type', async () => {
    await findings(editor.document.uri, 'the missing line', found => found.some(isAbout('missing-budget-line')));
    await apply(await action('Falls response', 'Add a budget line for "Falls response"'));
    const line = [
      '    - id: falls-response',
      '      title: Falls response',
      '      service: community-health',
      '      scheme: falls',
      '      lead: q-haldane',
      '      funded_by: council-money',
      '      amounts: {2018-19: £0, 2019-20: £0}',
      '',
      'schemes:',
    ];
    await shows(line.join('\n'));
    await findings(editor.document.uri, 'no missing line', found => !found.some(isAbout('missing-budget-line')));
    await person.screenshot('budget line added');
    assert.equal(editor.document.getText(editor.selection), '0');
    await person.press('Tab');
    await person.type('250k');
    await shows('2019-20: £250k}');
  });

  it('waives with a reason to type', async () => {
    await findings(editor.document.uri, 'the missing line', found => found.some(isAbout('missing-budget-line')));
    await apply(await action('Falls response', 'Waive missing-budget-line here, with a reason'));
    await person.type('paid by the trust');
    await shows('    # oneplan-waive missing-budget-line: paid by the trust\n    name: Falls response\n');
  });

  it('names a new person in both places', async () => {
    const lead = rangeOf('lead: q-haldane\n    novelty');
    await editor.edit(edit => edit.replace(lead, 'lead: TBC\n    novelty'));
    await findings(editor.document.uri, 'no lead', found => found.some(isAbout('unassigned-accountable-lead')));
    await apply(await action('TBC', 'Name a new person'));
    const text = editor.document.getText();
    assert.ok(text.includes('    lead: new-person\n    novelty: existing\n'), text);
    assert.ok(text.includes('\n  - {id: new-person, name: Name, post: Post, employer: council}\n'), text);
  });

  it('formats the plan', async () => {
    await editor.edit(edit => edit.replace(rangeOf('place: {code'), 'place:   { code'));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), draft);
  });

  it('completes a lead by name from a list', async () => {
    const lead = rangeOf('lead: q-haldane\n    novelty');
    await editor.edit(edit => edit.replace(lead, 'lead: \n    novelty'));
    const end = rangeOf('lead: \n    novelty').start.translate(0, 6);
    await putCursor(end);
    await person.type('Quen');
    await person.waitFor('completions', 'q-haldane');
    await person.screenshot('completion of a lead');
    await person.press('Enter');
    await shows('    lead: q-haldane\n    novelty');
  });

  it('writes a whole scheme, and is quiet about it until the cursor leaves it', async () => {
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await putCursor(end);
    await person.type('-');
    await shows('novelty: existing\n  -');
    await person.type(' id: beds');
    await findings(editor.document.uri, 'quiet', found => found.length > 0 && !found.some(isAbout('missing-key')));
    await shows('\n  - id: beds');
    await person.press('Escape', 'ArrowUp', 'ArrowUp');
    await findings(editor.document.uri, 'a missing name', found => found.some(isAbout('missing-key')));
    await person.screenshot('blamed once the cursor has left');
  });
});
