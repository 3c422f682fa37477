/** The package that users install: it is found where VS Code keeps what is installed, starts, and checks a plan. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { person } from '../suite/person.js';
import { findings, openText, revert } from '../suite/support.js';

const UNFINISHED =
  'one_plan: 1\ntitle: A plan\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\ngovernance: {accountable_lead: TBC}\n';

describe('the package, installed', () => {
  afterEach(revert);

  it('is what VS Code runs, in plain words', () => {
    const own = vscode.extensions.all.filter(({ packageJSON }) => packageJSON.name === 'oneplan');
    assert.equal(own.length, 1);
    assert.match(own[0]?.extensionPath ?? '', /[\\/]extensions[\\/]oneplan\.oneplan-\d/);
    const commands: readonly { title: string }[] = own[0]?.packageJSON.contributes.commands;
    assert.ok(commands.some(({ title }) => title === 'New plan'));
  });

  it('finds what is missing, under the word, and says how the plan stands', async () => {
    const { document } = await openText(UNFINISHED);
    const found = await findings(document.uri, 'the missing lead', all =>
      all.some(({ range }) => document.getText(range) === 'TBC'),
    );
    await person.waitFor('squiggles', '');
    await person.pointAt('TBC');
    await person.waitFor('hover', 'The plan has no accountable lead');
    assert.ok(found.every(({ source }) => source === 'oneplan'));
    await person.lookAt({ widget: 'languageStatus', shown: 'languageStatusDetails', text: 'before it can be agreed' });
    await person.screenshot('installed package');
  });

  it('brings the page of a rule', async () => {
    await openText(UNFINISHED);
    await vscode.commands.executeCommand('onePlan.openRulePage', 'unassigned-accountable-lead');
    await person.waitForPage('one named person who answers for it');
  });

  it('brings its snippets and its walkthroughs with their pictures', async () => {
    const { extensionUri, packageJSON } = vscode.extensions.getExtension('oneplan.oneplan') ?? assert.fail();
    const { walkthroughs, snippets } = packageJSON.contributes;
    const files: readonly string[] = [
      ...snippets.map(({ path }: { path: string }) => path),
      ...walkthroughs.flatMap(({ steps }: { steps: { media: { image: string } }[] }) =>
        steps.map(({ media }) => media.image),
      ),
    ];
    assert.ok(files.length > 9);
    for (const file of files) {
      const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, file));
      assert.ok(size > 100, file);
    }
  });
});
