/**
 * A plan that ends the language server: it comes back with the same findings, and a plan that ends it twice is kept from
 * it while the others are checked. The server is stopped while it reads the plan and then killed, as a fault in it would be.
 */

import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { person } from './person.js';
import { findings, describe as inOneLine, openText, revert } from './support.js';

const UNFINISHED =
  'one_plan: 1\ntitle: A plan\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\ngovernance: {accountable_lead: TBC}\n';

describe('a crash of the language server', () => {
  after(async () => {
    await vscode.commands.executeCommand('onePlan.restartServer');
    await vscode.commands.executeCommand('notifications.clearAll');
    await revert();
  });

  it('is followed by the same findings', async () => {
    const { document } = await openText(UNFINISHED);
    const before = await findings(document.uri, 'a finding', found => found.length > 0);
    const gone = findings(document.uri, 'the findings to go with the server', found => found.length === 0);
    process.kill(serverProcess(), 'SIGKILL');
    await gone;
    const after = await findings(document.uri, 'the findings to come back', found => found.length === before.length);
    assert.deepEqual(after.map(inOneLine), before.map(inOneLine));
  });

  it('costs the plan that causes it twice its checking, and no other plan', async () => {
    const { document: other } = await openText(UNFINISHED.replace('A plan', 'Another plan'));
    await findings(other.uri, 'a finding in the other plan', found => found.length > 0);
    const poison = await openText(UNFINISHED.replace('A plan', 'A poisonous plan'));
    await findings(poison.document.uri, 'a finding in the poisonous plan', found => found.length > 0);
    await killWhileReading(poison);
    await findings(poison.document.uri, 'the poisonous plan to be checked once more', found => found.length > 0);
    await killWhileReading(poison);
    await person.waitFor('notifications', 'stopped twice');
    await findings(other.uri, 'the other plan to be checked', found => found.length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(poison.document.uri), []);
    await person.screenshot('withheld plan');
  });
});

/** Lets the server take up a change and die over it. */
async function killWhileReading(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const gone = findings(document.uri, 'the findings to go with the server', found => found.length === 0);
  const server = serverProcess();
  process.kill(server, 'SIGSTOP');
  await vscode.window.showTextDocument(document);
  await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount, 0), '# more\n'));
  process.kill(server, 'SIGKILL');
  await gone;
}

/** The process id of the language server, a child of this extension host. */
function serverProcess(): number {
  const listed = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of listed.split('\n')) {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    if (Number(parent) === process.pid && args.join(' ').includes('dist/server.js')) return Number(pid);
  }
  throw new Error('The language server does not run.');
}
