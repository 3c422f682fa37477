/**
 * A real plan that is checked while it is written: what an author breaks is named at once, by one finding under the right
 * word, and the light bulb puts right what can be put right.
 */

import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { person } from './person.js';
import { findings, openPlan, revert, until } from './support.js';

/** A sample that is still being written and lints clean; each run works on a copy of it. */
const PLAN = 'wirral.plan.yaml';

describe('a plan that is written', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    editor = await openPlan(PLAN);
    await findings(editor.document.uri, 'no findings', found => found.length === 0);
  });
  afterEach(revert);

  it('lacks a lead when the lead becomes TBC', async () => {
    await select(editor, 'Community equipment, lead: p-saltmarsh', 'p-saltmarsh');
    await person.type('TBC');
    await person.press('Escape');
    const found = await theOne(editor, 'unassigned-accountable-lead');
    assert.equal(editor.document.getText(found.range), 'TBC');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(found.message, /Scheme "Community equipment"/);
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', 'Scheme "Community equipment"');
    await person.screenshot('lead becomes TBC');
    await isErrorOnceAgreed(editor, found);
  });

  it('lacks a budget line when the line of a scheme is deleted', async () => {
    const { document } = editor;
    const start = document.getText().indexOf('    - id: street-triage\n');
    const end = document.getText().indexOf('    - id: ', start + 1);
    assert.ok(start > 0 && end > start);
    await selectRange(editor, start, end);
    await person.press('Delete');
    const found = await theOne(editor, 'missing-budget-line');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(found.message, /Scheme "Street triage"/);
    assert.ok(['Street triage', 'street-triage'].includes(document.getText(found.range)));
    const at = document.offsetAt(found.range.start);
    await selectRange(editor, at, at);
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', 'Scheme "Street triage"');
    await person.screenshot('budget line deleted');
    await isErrorOnceAgreed(editor, found);
  });

  it('is late when a deadline lies past 2020', async () => {
    await select(editor, 'type: review, lead: q-haldane, deadline: 2020-03-18', '2020-03-18');
    await person.type('2021-04-01');
    await person.press('Escape');
    const found = await theOne(editor, 'deadline-past-limit');
    assert.equal(editor.document.getText(found.range), '2021-04-01');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(found.message, /Milestone "Review of the plan" is due on 2021-04-01/);
    await vscode.commands.executeCommand('editor.action.showHover');
    await person.waitFor('hover', 'Review of the plan');
    await person.screenshot('deadline past 2020');
    await isErrorOnceAgreed(editor, found);
  });

  it('is put right by the light bulb', async () => {
    await select(editor, 'type: review, lead: q-haldane, deadline: 2020-03-18', '2020-03-18');
    await person.type('18/03/2020');
    await person.press('Escape');
    const found = await theOne(editor, 'bad-date');
    const at = editor.document.offsetAt(found.range.start);
    await selectRange(editor, at, at);
    await person.press('ControlOrMeta+.');
    const offered = await person.waitFor('actions', '2020-03-18');
    assert.ok(offered.includes('Read about bad-date'), offered.join('; '));
    await person.screenshot('light bulb');
    await person.press('Enter');
    await findings(editor.document.uri, 'no findings', left => left.length === 0);
    assert.ok(editor.document.getText().includes('deadline: 2020-03-18'));
  });

  it('is put right when it is saved, where the author wants that', async () => {
    const before = editor.document.getText();
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'oneplan', uri: editor.document.uri });
    const set = (value: object | undefined) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace, true);
    await set({ 'source.fixAll.oneplan': 'explicit' });
    try {
      await select(editor, 'type: review, lead: q-haldane, deadline: 2020-03-18', '2020-03-18');
      await person.type('18/03/2020');
      await person.press('Escape');
      await theOne(editor, 'bad-date');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until(vscode.workspace.onDidSaveTextDocument, 'the plan to be saved', () => !editor.document.isDirty);
      assert.equal(editor.document.getText(), before);
    } finally {
      await set(undefined);
    }
  });

  it('is put right by the command as one step to undo', async () => {
    const before = editor.document.getText();
    const { document } = editor;
    await editor.edit(edit => {
      for (const date of ['2018-05-31', '2019-03-20']) {
        const at = before.indexOf(`deadline: ${date}`) + 'deadline: '.length;
        const range = new vscode.Range(document.positionAt(at), document.positionAt(at + date.length));
        edit.replace(range, date.split('-').reverse().join('/'));
      }
    });
    await findings(document.uri, 'two findings', found => found.filter(isOf('bad-date')).length === 2);
    await vscode.commands.executeCommand('onePlan.fixAll');
    await findings(document.uri, 'no findings', found => found.length === 0);
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    await findings(document.uri, 'both findings again', found => found.filter(isOf('bad-date')).length === 2);
  });
});

describe('the language server', () => {
  afterEach(revert);

  it('checks plans that nobody has opened', async () => {
    const uri = inWorkspace('late.plan.yaml');
    const text = (await textOf(PLAN)).replace('deadline: 2020-03-18', 'deadline: 2021-04-01');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      await vscode.commands.executeCommand('onePlan.restartServer');
      const { document } = await openPlan(PLAN);
      await findings(uri, 'the late deadline', found => found.some(isOf('deadline-past-limit')));
      // Each of the two tells that the other is for the same place.
      await findings(document.uri, 'the other plan', found => found.some(isOf('two-plans-one-place')));
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      await person.waitFor('problems', 'Review of the plan');
      await person.screenshot('problems of a plan that is not open');
    } finally {
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('workbench.action.closePanel');
      await vscode.commands.executeCommand('onePlan.restartServer');
    }
  });

  it('judges by the configuration while that is written', async () => {
    const uri = inWorkspace('oneplan.config.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('rules: {}\n'));
    try {
      const { document } = await openPlan(PLAN);
      await findings(document.uri, 'no findings', found => found.length === 0);
      const configuration = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
      await configuration.edit(edit => edit.insert(new vscode.Position(0, 0), 'as: agred\n'));
      const [wrong] = await findings(uri, 'the fault in the configuration', found => found.length === 1);
      const place = wrong?.range ?? assert.fail();
      assert.equal(configuration.document.getText(place), 'agred');
      await person.screenshot('configuration');
      await configuration.edit(edit => edit.replace(place, 'agreed'));
      await findings(uri, 'no fault in the configuration', found => found.length === 0);
    } finally {
      await revert();
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('onePlan.restartServer');
    }
  });

  it('starts again when it is told to, and finds the same', async () => {
    const editor = await openPlan(PLAN);
    await select(editor, 'type: review, lead: q-haldane, deadline: 2020-03-18', '2020-03-18');
    await person.type('2021-04-01');
    await person.press('Escape');
    await theOne(editor, 'deadline-past-limit');
    const { uri } = editor.document;
    const gone = findings(uri, 'the findings to go with the server', found => found.length === 0);
    const restarted = vscode.commands.executeCommand('onePlan.restartServer');
    await gone;
    await restarted;
    await theOne(editor, 'deadline-past-limit');
  });

  it('has an output that can be shown', async () => {
    await openPlan(PLAN);
    await vscode.commands.executeCommand('onePlan.showOutput');
    await until(vscode.window.onDidChangeVisibleTextEditors, 'the output', () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output'),
    );
    await person.screenshot('output');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

/** Selects `words`, which stand within `around`, in the middle of the window. */
async function select(editor: vscode.TextEditor, around: string, words: string): Promise<void> {
  const text = editor.document.getText();
  const at = text.indexOf(around);
  assert.ok(at >= 0, `The plan has no "${around}".`);
  const start = text.indexOf(words, at);
  await selectRange(editor, start, start + words.length);
}

/** Selects from one offset to another; a person who types then types there. */
async function selectRange(editor: vscode.TextEditor, start: number, end: number): Promise<void> {
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
  let isThere = false;
  const listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
    isThere ||= selections[0]?.isEqual(range) ?? false;
  });
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await until(vscode.window.onDidChangeTextEditorSelection, 'the selection', () => isThere);
  listener.dispose();
}

/** The finding of a rule, once it is the only one in the plan. */
async function theOne({ document }: vscode.TextEditor, rule: string): Promise<vscode.Diagnostic> {
  const found = await findings(document.uri, `one finding, ${rule}`, all => all.length === 1 && all.every(isOf(rule)));
  return found[0] ?? assert.fail();
}

/** The command line finds the same in what was typed, as an error where the plan is judged as agreed, and ends with 1. */
async function isErrorOnceAgreed({ document }: vscode.TextEditor, finding: vscode.Diagnostic): Promise<void> {
  const lint = (...options: readonly string[]) => {
    const run = spawnSync(
      process.execPath,
      [join(__dirname, '..', 'cli.js'), 'lint', '-', '--stdin-filename', PLAN, '--format', 'json', ...options],
      { input: document.getText(), encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
    );
    const problems: readonly { rule: string; severity: string; message: string; range: { start: object } }[] =
      JSON.parse(run.stdout).files[0].problems;
    const same = problems.filter(({ rule, message }) => rule === codeOf(finding) && message === finding.message);
    const { line, character } = finding.range.start;
    assert.deepEqual(
      same.map(({ range }) => range.start),
      [{ line: line + 1, column: character + 1 }],
    );
    return { status: run.status, severity: same[0]?.severity };
  };
  assert.deepEqual(lint(), { status: 0, severity: 'warning' });
  assert.deepEqual(lint('--as', 'agreed'), { status: 1, severity: 'error' });
}

function isOf(rule: string): (finding: vscode.Diagnostic) => boolean {
  return finding => codeOf(finding) === rule;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
}
