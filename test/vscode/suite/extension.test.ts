/** What the extension brings, before any finding: its commands, settings and what its manifest promises. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from './person.js';
import { openPlan, openText, revert, until } from './support.js';

describe('the extension', () => {
  afterEach(revert);

  it('has every command that its manifest names', async () => {
    const { packageJSON } = extension();
    const named: readonly { readonly command: string }[] = packageJSON.contributes.commands;
    await openPlan('small.plan.yaml');
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.map(({ command }) => command).filter(command => !registered.has(command)),
      [],
    );
  });

  it('is trusted with any workspace, for it runs nothing from one', () => {
    const { capabilities } = extension().packageJSON;
    assert.equal(capabilities.untrustedWorkspaces.supported, true);
    assert.equal(capabilities.virtualWorkspaces, true);
  });

  it('indents plans with two spaces', async () => {
    const { options } = await openPlan('small.plan.yaml');
    assert.equal(options.tabSize, 2);
    assert.equal(options.insertSpaces, true);
  });

  for (const [how, times] of [
    ['as a person types it', 1],
    ['though it is typed faster than the editor indents', 12],
  ] as const) {
    it(`carries on a list ${how}`, async () => {
      const { document } = await openText('');
      await person.slowDown(times);
      try {
        await person.type('people:\n- id: a-example\nname: A. Example\n');
        const whole = 'people:\n  - id: a-example\n    name: A. Example\n    ';
        const isWhole = () => document.getText() === whole;
        await until(vscode.workspace.onDidChangeTextDocument, 'the whole list', isWhole).catch(() => {});
        assert.equal(document.getText(), whole);
      } finally {
        await person.slowDown(1);
      }
    });
  }

  it('finds nothing strange in pounds and dashes', async () => {
    await openText('one_plan: 1\ntitle: “Home first” – the council’s £4.1m\nplace: {name: ЅТ}\n');
    const strange = await person.waitFor('strangeCharacters', '');
    assert.equal(strange.length, 1, 'Letters that only look like Latin ones are marked, and nothing else.');
  });

  it('takes nothing but the name of a rule for a page to open', async () => {
    await openText('one_plan: 1\n');
    await vscode.commands.executeCommand('onePlan.openRulePage', '../../package');
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 1);
  });

  it('says in plain words when there is no plan to work on', async () => {
    await openPlan('notes.yaml');
    await vscode.commands.executeCommand('onePlan.fixAll');
    await person.waitFor('notifications', 'Open a plan first.');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'oneplan');
  assert.ok(found, 'VS Code has not loaded the extension.');
  return found;
}
