/** Next year's plan of an open one, in real messages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { root } from '../support/oneplan';

const tyneside = readFileSync(join(root, 'samples/better-care-fund-2025-26.plan.yaml'), 'utf8');

describe("next year's plan over the wire", () => {
  let client: LspClient;
  let folder: FolderOfPlans | undefined;
  afterEach(async () => {
    await client.stop();
    folder?.dispose();
  });

  const start = async (text: string, others: Readonly<Record<string, string>> = {}) => {
    folder = folderOfPlans({ 'this-year.plan.yaml': text, ...others });
    client = await LspClient.start({ folders: [folder.uri] });
    const uri = folder.uriOf('this-year.plan.yaml');
    await client.open(uri, text);
    return { textDocument: { uri } };
  };

  it('proposes the framework and the years that follow, and makes the plan of what stands in the editor', async () => {
    const about = await start(tyneside.replace('status: submitted', 'status: draft'));
    await client.change(about.textDocument.uri, { text: tyneside.replace('Falls car\n', 'Falls car and bicycle\n') });
    const choices = await client.ask('oneplan/nextPlanChoices', { ...about, today: '2026-01-15' });
    const [first] = choices?.frameworks ?? [];
    assert.deepEqual(
      [first?.id, first?.period, first?.holdsDay],
      ['better-care-fund-2026-27', { from: '2026-04-01', to: '2027-03-31' }, true],
    );
    const made = await client.ask('oneplan/nextPlan', {
      ...about,
      framework: 'better-care-fund-2026-27',
      period: first?.period ?? assert.fail(),
    });
    assert.ok(made.kind === 'made');
    assert.equal(made.fileName, 'north-tyneside-2026-27.plan.yaml');
    assert.match(made.text, /^# Carried over from this-year\.plan\.yaml\./);
    assert.match(made.text, /Falls car and bicycle/);
    assert.equal(made.leftOut, (/^# Left out:\n((?:# {3}- .*\n)*)/m.exec(made.text)?.[1] ?? '').split('\n').length - 1);
    assert.equal(made.supersede, undefined);
  });

  it('gives the edit that sets this year’s plan aside, where both are for the same years', async () => {
    const about = await start(tyneside.replace('to: 2026-03-31}', 'to: 2028-03-31}'));
    const made = await client.ask('oneplan/nextPlan', {
      ...about,
      framework: 'better-care-fund-2026-27',
      period: { from: '2026-04-01', to: '2027-03-31' },
    });
    assert.ok(made.kind === 'made');
    assert.match(made.supersede?.why ?? '', /is for these years too/);
    const [edit] = made.supersede?.edits ?? [];
    assert.deepEqual([edit?.newText, edit?.range.start], ['superseded', { line: 4, character: 8 }]);
    assert.equal(typeof made.supersede?.version, 'number');
  });

  it('asks which place is meant where it has become several, and says why there is no plan', async () => {
    const about = await start(
      tyneside.replace('code: E08000022, name: North Tyneside', 'code: E10000006, name: Cumbria'),
    );
    const asked = { ...about, framework: 'better-care-fund-2026-27', period: { from: '2026-04-01', to: '2027-03-31' } };
    const asks = await client.ask('oneplan/nextPlan', asked);
    assert.deepEqual(asks.kind === 'asks' && asks.places.map(({ code }) => code), ['E06000063', 'E06000064']);
    const made = await client.ask('oneplan/nextPlan', { ...asked, place: 'E06000064' });
    assert.match(made.kind === 'made' ? made.text : '', /code: E06000064, name: Westmorland and Furness/);
    for (const [slip, why] of [
      [{ framework: 'x' }, /There is no framework "x"/],
      [{ period: { from: '2026-04-01', to: '2026-03-31' } }, /a first and a later last day/],
      [{ place: 'York' }, /is for Cumbria, not for York/],
      [{ textDocument: { uri: 'untitled:none.plan.yaml' } }, /This is no plan any more/],
    ] as const) {
      const refused = await client.ask('oneplan/nextPlan', { ...asked, ...slip });
      assert.match(refused.kind === 'refused' ? refused.why : '', why);
    }
  });

  it('knows the frameworks of the folder, and offers nothing for what is no plan', async () => {
    const about = await start(tyneside, {
      'oneplan.config.yaml': 'frameworks: [ours.yaml]\n',
      'ours.yaml':
        'id: our-region\ntitle: Our region\nshort_title: Our region\nsource: {title: Ours}\nlast_date: 2027-03-31\n',
    });
    const choices = await client.ask('oneplan/nextPlanChoices', { ...about, today: '2026-11-27' });
    assert.equal(choices?.frameworks[0]?.id, 'our-region');
    await client.open('untitled:notes.plan.yaml', 'title: x\n');
    assert.equal(
      await client.ask('oneplan/nextPlanChoices', { textDocument: { uri: 'untitled:notes.plan.yaml' } }),
      null,
    );
  });
});
