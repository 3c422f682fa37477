/** Which files VS Code takes for plans. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { openPlan, revert, until } from './support.js';

describe('the language', () => {
  afterEach(revert);

  it('knows a plan by its file name', async () => {
    const { document } = await openPlan('small.plan.yaml');
    assert.equal(document.languageId, 'oneplan');
  });

  it('knows a plan by its first line', async () => {
    const { document } = await openPlan('plan-by-first-line');
    assert.equal(document.languageId, 'oneplan');
  });

  it('leaves other YAML alone', async () => {
    const { document } = await openPlan('notes.yaml');
    assert.equal(document.languageId, 'yaml');
  });

  it('takes what a person types', async () => {
    const { document } = await openPlan('small.plan.yaml');
    const before = document.version;
    await person.press('ControlOrMeta+End');
    await person.type('pace: fast');
    await until(vscode.workspace.onDidChangeTextDocument, 'the typed text', () =>
      document.getText().includes('pace: fast'),
    );
    assert.ok(document.version > before);
    assert.ok((await person.texts('editor')).includes('pace: fast'));
    await person.screenshot('typing');
  });
});
