/** Bringing old plans together through the language server: which there are, question by question, and the edit at the end. */
import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { analyse } from '../../server/src/core/for-workspace';
import { applyEdits } from '../../server/src/core/index';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';

const plan = `one_plan: 1
title: One plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}
schemes:
  - {id: falls, name: Falls service, lead: TBC, novelty: existing}
`;
const old = (code: string, id: string) => `bcf_plan: 1
title: Old plan ${id}
place: {code: ${code}, name: Somewhere}
year: 2016-17
schemes:
  - {id: ${id}, name: Falls team, amount: £900k}
`;

describe('bringing old plans together in an editor', () => {
  let client: LspClient | undefined;
  let folder: FolderOfPlans | undefined;

  afterEach(async () => {
    await client?.stop();
    folder?.dispose();
    client = undefined;
  });

  it('lists them, asks one thing after the other, and ends in one edit', async () => {
    folder = folderOfPlans({
      'new plans/one.plan.yaml': plan,
      'old/a.plan.yaml': old('E10000023', 'A1'),
      'old/b.plan.yaml': old('E06000028', 'B1'),
    });
    client = await LspClient.start({ folders: [folder.uri] });
    const textDocument = { uri: folder.uriOf('new plans/one.plan.yaml') };
    await client.open(textDocument.uri, plan);
    const known = await client.ask('oneplan/oldPlans', { textDocument });
    assert.ok(known);
    assert.deepEqual(
      known.map(({ path, title, schemes }) => [path, title, schemes]),
      [
        ['../old/a.plan.yaml', 'Old plan A1', 1],
        ['../old/b.plan.yaml', 'Old plan B1', 1],
      ],
    );
    const asked = {
      textDocument,
      oldPlans: known.map(({ uri }) => uri),
      became: [] as string[],
      otherPlaces: [] as string[],
    };
    const next = () => (client as LspClient).ask('oneplan/mergeOldPlans', asked);
    const first = await next();
    assert.ok(first?.kind === 'asks' && first.left === 3, JSON.stringify(first));
    assert.match(first.text, /Falls team/);
    assert.deepEqual(
      first.options.map(({ kind, scheme }) => [kind, scheme]),
      [
        ['carried', 'A1='],
        ['new', 'A1='],
        ['stopped', 'A1='],
      ],
    );
    asked.became.push(`A1=${first.options[0]?.answer}`);
    const second = await next();
    assert.ok(second?.kind === 'asks' && second.left === 2);
    assert.match(second.text, /is of Bournemouth \(E06000028\)/);
    asked.otherPlaces.push(second.options[0]?.answer ?? '');
    asked.became.push('B1=stopped:too few came@2017-03-31');
    const merged = await next();
    assert.ok(merged?.kind === 'merged' && merged.schemes === 2 && merged.version === 1, JSON.stringify(merged));
    const after = changed(plan, merged.edits);
    assert.match(after, /- plan: \.\.\/old\/a\.plan\.yaml\n {4}schemes:\n {6}A1: falls/);
    assert.match(after, /B1: \{stopped: too few came, on: 2017-03-31\}/);
    await client.change(textDocument.uri, { text: after });
    assert.deepEqual(await client.ask('oneplan/oldPlans', { textDocument }), []);
  });

  it('knows an old plan that was put into the folder a moment ago, or changed there', async () => {
    folder = folderOfPlans({ 'one.plan.yaml': plan });
    client = await LspClient.start({ folders: [folder.uri] });
    const textDocument = { uri: folder.uriOf('one.plan.yaml') };
    await client.open(textDocument.uri, plan);
    const ids = async () => {
      const known = await client?.ask('oneplan/oldPlans', { textDocument });
      return known?.map(({ title }) => title);
    };
    assert.deepEqual(await ids(), []);
    folder.write('a.plan.yaml', old('E10000023', 'A1'));
    assert.deepEqual(await ids(), ['Old plan A1']);
    folder.write('a.plan.yaml', old('E10000023', 'A2'));
    assert.deepEqual(await ids(), ['Old plan A2']);
  });

  it('says why where an answer cannot be, and nothing where there is no plan', async () => {
    folder = folderOfPlans({ 'one.plan.yaml': plan, 'a.plan.yaml': old('E10000023', 'A1') });
    client = await LspClient.start({ folders: [folder.uri] });
    const textDocument = { uri: folder.uriOf('one.plan.yaml') };
    await client.open(textDocument.uri, plan);
    const asked = { textDocument, oldPlans: [folder.uriOf('a.plan.yaml')], became: ['A1=fals'], otherPlaces: [] };
    const step = await client.ask('oneplan/mergeOldPlans', asked);
    assert.match(step?.kind === 'refused' ? step.why.join() : String(step?.kind), /no scheme of this plan/);
    const none = { textDocument: { uri: folder.uriOf('a.plan.yaml') } };
    assert.equal(await client.ask('oneplan/oldPlans', none), null);
  });
});

function changed(text: string, edits: readonly TextEdit[]): string {
  const { lines } = analyse(text);
  const offset = (position: TextEdit['range']['start']) =>
    lines.offsetAt({ line: position.line, column: position.character });
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ at: { start: offset(range.start), end: offset(range.end) }, text: newText })),
  );
}
