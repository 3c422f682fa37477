/** The language status item, as a person reads it, and a finding with its light bulb. */

import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { person } from './person.js';
import { findings, openText, revert } from './support.js';

const UNFINISHED =
  'one_plan: 1\ntitle: A plan\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\ngovernance: {accountable_lead: TBC}\n';

describe('the language status item', () => {
  afterEach(revert);

  it('says what stands between a draft and being agreed', async () => {
    const { document } = await openText(UNFINISHED);
    await findings(document.uri, 'a finding', found => found.length > 0);
    const shown = await person.lookAt({
      widget: 'languageStatus',
      shown: 'languageStatusDetails',
      text: 'before it can be agreed',
    });
    assert.match(shown.join('\n'), /^Draft: \d+ to do before it can be agreed/);
    await person.screenshot('language status');
  });
});

describe('a finding', () => {
  afterEach(revert);

  it('is under the word that it is about, and says so to a person who points there', async () => {
    const { document } = await openText(UNFINISHED);
    const found = await findings(document.uri, 'the missing lead', all => all.some(isMissingLead));
    const [missing] = found.filter(isMissingLead);
    assert.ok(missing);
    assert.equal(document.getText(missing.range), 'TBC');
    await person.pointAt('TBC');
    const [hover] = await person.waitFor('hover', missing.message);
    assert.ok(hover?.includes(missing.message));
    await person.screenshot('missing lead');
  });
});

function isMissingLead({ code }: vscode.Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === 'unassigned-accountable-lead';
}
