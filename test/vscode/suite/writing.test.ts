/**
 * A whole plan is written from an empty file in the editor, as somebody does who knows no YAML: entries of lists are
 * chosen, actions taken, and nothing is typed but names, dates and amounts. In the end it lints without a warning.
 */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { patience } from '../harness/patience.js';
import { person } from './person.js';
import { codeActions, findings, describe as inWords, openText, revert, select, until } from './support.js';

/** What is typed: names, ids made of them, dates and amounts. */
const TYPED = /^(?:[A-Za-z][A-Za-z -]*|\d{4}-\d{2}-\d{2}|£?[\d.]+m)$/;
const SERVICES = ['adult-social-care', 'community-health', 'primary-care', 'mental-health', 'public-health', 'acute'];

describe('a plan from an empty file', () => {
  let editor: vscode.TextEditor;
  afterEach(async function () {
    // How far it got is in the log of the run.
    if (this.currentTest?.state === 'failed') console.log(editor.document.getText());
    await revert();
  });

  it('is written with completion, snippets, actions, names, dates and amounts', async function () {
    this.timeout(patience(300_000));
    editor = await openText('');
    await writeHead();
    await writePeople();
    await writeGovernance();
    await writeServices();
    await writeBudget();
    for (const title of ['Integrated budget', 'Single commissioning function']) {
      await act('missing-milestone', `Add the milestone "${title}"`);
      await leave();
    }
    const left = await findings(editor.document.uri, 'a plan without a warning', found => found.every(isRemark));
    assert.ok(left.length > 0, 'Remarks show that the last version was checked.');
    const saved = editor.document.getText();
    assert.match(saved, /^milestones:$/m);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await findings(editor.document.uri, 'no warning after formatting', found => found.every(isRemark));
    await person.screenshot('written-from-nothing');
  });

  async function writeHead(): Promise<void> {
    // The first letters of a snippet, as one types to find an entry of a list.
    await person.type('one plan');
    await choose('one plan');
    await type('One plan for York');
    await next();
    await next();
    await type('2017-04-01');
    await next();
    await type('2020-03-31');
    await next();
    await choose('E06000014');
    await next();
    await choose('York');
    await leave();
    await section('partners');
    await choose('City of York Council');
    await line(2);
    await choose('NHS Vale of York CCG');
  }

  async function writePeople(): Promise<void> {
    await section('people');
    await choose('New person');
    await type('j-example');
    await next();
    await type('Jane Example');
    await next();
    await type('Director of Commissioning');
    await next();
    await leave();
  }

  async function writeGovernance(): Promise<void> {
    await act('unassigned-accountable-lead', 'Assign Jane Example');
    await act('option-not-chosen', 'Choose the option "single-commissioner"');
    await line(2);
    await choose('lead_commissioner');
    await choose('city-york-council');
    await line(2);
    await choose('bodies');
    await choose('New body');
    await type('board');
    await next();
    await type('York Health and Wellbeing Board');
    await line(6);
    await choose('accountable_to');
    await choose('city-york-council');
    await line(2);
    await choose('decisions');
    await choose('New decision');
    await type('approve-plan');
    await next();
    await type('Approve the plan');
    await next();
    await choose('board');
    await line(4);
    await choose('New decision');
    await type('spend-budget');
    await next();
    await type('Spend within the budget');
    await next();
    await choose('j-example');
    await line(6);
    await choose('limit');
    await type('£8m');
    await line(2);
    await choose('oversight');
    await choose('body');
    await choose('board');
    await line(4);
    await choose('reports');
    await choose('quarterly');
  }

  async function writeServices(): Promise<void> {
    await section('services');
    for (const [index, service] of SERVICES.entries()) {
      if (index > 0) await line(2);
      await choose(service);
      await choose('in_scope');
      await choose('true');
    }
    await line(4);
    await choose('definition');
    await type('Emergency medicine for older people');
  }

  async function writeBudget(): Promise<void> {
    await section('budget');
    await choose('contributions');
    await choose('New contribution');
    await type('council-money');
    await next();
    // A choice that is made leads on to the next place.
    await choose('city-york-council');
    await choose('local-authority');
    for (let year = 0; year < 3; year++) {
      await type('6m');
      await next();
    }
    await leave();
    for (const service of SERVICES) {
      await act('missing-budget-line', `Add a budget line for ${service}`);
      for (let year = 0; year < 3; year++) await typeOver('£0', '£1m');
    }
  }

  /** Selects the first `words` of the plan and types over them. */
  async function typeOver(words: string, typed: string): Promise<void> {
    const { document } = editor;
    const start = document.getText().indexOf(words);
    assert.ok(start >= 0, words);
    await select(editor, new vscode.Selection(document.positionAt(start), document.positionAt(start + words.length)));
    await type(typed);
  }

  /** A new section at the end of the plan. */
  async function section(key: string): Promise<void> {
    await line(0);
    await choose(key);
  }

  /** A new line at the end of the plan, as far to the right as `column`. */
  async function line(column: number): Promise<void> {
    await leave();
    const { document } = editor;
    const count = document.lineCount;
    await person.press('Enter');
    await until(vscode.workspace.onDidChangeTextDocument, 'a new line', () => document.lineCount > count);
    while (columnNow() !== column) {
      const before = columnNow();
      await person.press(before > column ? 'Backspace' : 'Tab');
      await until(vscode.window.onDidChangeTextEditorSelection, 'the column', () => columnNow() !== before);
    }
  }

  function columnNow(): number {
    return editor.selection.active.character;
  }

  /** Goes on to the next place of a snippet. */
  async function next(): Promise<void> {
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
  }

  /** Is done with a snippet: the cursor goes to the end of the plan. */
  async function leave(): Promise<void> {
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('cursorBottom');
  }

  async function type(words: string): Promise<void> {
    assert.match(words, TYPED);
    const { version } = editor.document;
    await person.type(words);
    await until(
      vscode.workspace.onDidChangeTextDocument,
      `"${words}"`,
      () => editor.document.version >= version + words.length,
    );
  }

  /** Chooses an entry of the list that is offered here. */
  async function choose(label: string): Promise<void> {
    const { version } = editor.document;
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await person.clickExactly('completions', label);
    await until(vscode.workspace.onDidChangeTextDocument, label, () => editor.document.version > version);
  }

  /** Opens the list of the light bulb and takes an action of it. */
  async function take(at: vscode.Position, title: string): Promise<void> {
    const { version } = editor.document;
    await select(editor, new vscode.Selection(at, at));
    // What was found just now may not be in the list yet; one closes it and presses again.
    for (let tries = 0; tries < 5; tries++) {
      await vscode.commands.executeCommand('editor.action.quickFix');
      if (await person.sees('actions', title)) break;
      await person.press('Escape');
    }
    // The list takes no click before the pointer has moved.
    await person.waitFor('actions', title);
    await person.pointAt(title, 'actions');
    await person.clickExactly('actions', title);
    await until(vscode.workspace.onDidChangeTextDocument, title, () => editor.document.version > version);
  }

  /** Takes an action of the light bulb at a finding of the rule, as soon as the last change has been checked. */
  async function act(rule: string, title: string): Promise<void> {
    const { uri } = editor.document;
    let isNews = false;
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      isNews = true;
    });
    try {
      for (;;) {
        isNews = false;
        const found = vscode.languages.getDiagnostics(uri).filter(({ code }) => idOf(code) === rule);
        for (const finding of found) {
          const offered = await codeActions(uri, finding.range);
          if (offered.some(action => action.title === title)) return await take(finding.range.start, title);
        }
        const what = `"${title}" at ${found.map(inWords).join('; ') || rule}`;
        await until(vscode.languages.onDidChangeDiagnostics, what, () => isNews);
      }
    } finally {
      listener.dispose();
    }
  }
});

function isRemark({ severity }: vscode.Diagnostic): boolean {
  return severity === vscode.DiagnosticSeverity.Information;
}

function idOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
