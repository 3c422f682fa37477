/** Navigation in real messages: outline, symbols, definition, references, rename, links, folds, the golden thread. */
import assert from 'node:assert/strict';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Location,
  LocationLink,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  type SymbolInformation,
  TextDocumentEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';

const plan = `one_plan: 1
title: One plan
people:
  - {id: a-example, name: A. Example}
schemes:
  - {id: home-first, name: Home first, lead: a-example, outcomes: [at-home]}
outcomes:
  - {id: at-home, name: Still at home, lead: a-example}
incorporates:
  - plan: old/poole.plan.yaml
    schemes: {P1: home-first}
`;
const old = `bcf_plan: 1
title: Poole
schemes:
  - {id: P1, name: Reablement, amount: £1m}
`;
const able = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
};

describe('navigation over the wire', () => {
  let client: LspClient;
  let folder: FolderOfPlans;
  let uri: string;
  let oldUri: string;
  beforeEach(async () => {
    folder = folderOfPlans({ 'one.plan.yaml': plan, 'old/poole.plan.yaml': old });
    uri = folder.uriOf('one.plan.yaml');
    oldUri = folder.uriOf('old/poole.plan.yaml');
    client = await LspClient.start({ folders: [folder.uri], capabilities: able });
    await client.open(uri, plan);
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  /** The position of `words` in the text. */
  const at = (words: string, text = plan): Position => {
    const lines = text.slice(0, text.indexOf(words)).split('\n');
    assert.ok(text.includes(words));
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const ask = (words: string) => ({ textDocument: { uri }, position: at(words) });
  const wordsAt = (range: Range, text = plan) =>
    text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character);

  const definitionOf = async (words: string): Promise<LocationLink> => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, ask(words));
    const link: unknown = Array.isArray(found) ? found[0] : found;
    return LocationLink.is(link) ? link : assert.fail('no link');
  };

  it('gives an outline with levels, or flat to an editor that knows no levels', async () => {
    const nested = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    assert.ok(nested?.every((symbol): symbol is DocumentSymbol => DocumentSymbol.is(symbol)));
    const schemes = (nested as DocumentSymbol[]).find(({ name }) => name === 'Schemes');
    assert.deepEqual(
      schemes?.children?.map(({ name, detail }) => [name, detail]),
      [['Home first', 'no budget line']],
    );
    await client.stop();
    client = await LspClient.start();
    await client.open(uri, plan);
    const flat = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    const found = (flat as SymbolInformation[]).find(({ name }) => name === 'Home first');
    assert.equal(found?.containerName, 'Schemes');
    assert.equal(found?.location.range.start.line, 5);
  });

  it('finds items of all plans, open or not, by name and id', async () => {
    const find = async (query: string) => {
      const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
      return ((found ?? []) as SymbolInformation[]).map(({ name, location }) => [name, location.uri]);
    };
    assert.deepEqual(await find('reabl'), [['Reablement (P1)', oldUri]]);
    assert.deepEqual(await find('home-first'), [['Home first (home-first)', uri]]);
  });

  it('leads from a reference to its item, and to another file', async () => {
    const person = await definitionOf('a-example, outcomes');
    assert.equal(person.targetUri, uri);
    assert.deepEqual(person.targetSelectionRange.start, at('a-example, name'));
    assert.ok(person.originSelectionRange);
    assert.equal(wordsAt(person.originSelectionRange), 'a-example');
    const scheme = await definitionOf('P1');
    assert.equal(scheme.targetUri, oldUri);
    assert.equal(wordsAt(scheme.targetSelectionRange, old), 'P1');
    assert.equal((await definitionOf('poole.plan')).targetUri, oldUri);
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, ask('One plan')), null);
  });

  it('finds references across files, with and without the definition', async () => {
    await client.open(oldUri, old);
    const params = { textDocument: { uri: oldUri }, position: at('P1', old) };
    const all = await client.connection.sendRequest(ReferencesRequest.type, {
      ...params,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      all?.map((place: Location) => place.uri),
      [oldUri, uri],
    );
    const uses = await client.connection.sendRequest(ReferencesRequest.type, {
      ...params,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      uses?.map((place: Location) => [place.uri, place.range.start]),
      [[uri, at('P1')]],
    );
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, ask('a-example, name'));
    assert.deepEqual(
      highlights?.map(({ range, kind }) => [range.start.line, kind]),
      [
        [3, 3],
        [5, 2],
        [7, 2],
      ],
    );
  });

  it('renames across files, says to which versions that applies, and refuses with a reason', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, ask('P1'));
    assert.ok(prepared && 'placeholder' in prepared && prepared.placeholder === 'P1');
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...ask('P1'), newName: 'P-01' });
    const changes = (edit?.documentChanges ?? []).filter(change => TextDocumentEdit.is(change));
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.length]),
      [
        [oldUri, null, 1],
        [uri, 1, 1],
      ],
    );
    await assert.rejects(client.connection.sendRequest(PrepareRenameRequest.type, ask('Home first')), {
      message: 'Put the cursor on an id to rename it.',
    });
    await assert.rejects(client.connection.sendRequest(RenameRequest.type, { ...ask('a-example'), newName: 'A B' }), {
      message: /^"A B" cannot be an id\./,
    });
  });

  it('renames in the newest text, whatever came before it', async () => {
    await client.change(uri, {
      text: plan.replace('outcomes:\n', 'risks:\n  - {id: r, owner: a-example}\noutcomes:\n'),
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...ask('a-example'), newName: 'b-other' });
    const [change] = (edit?.documentChanges ?? []).filter(each => TextDocumentEdit.is(each));
    assert.equal(change?.edits.length, 4);
    assert.equal(change?.textDocument.version, 2);
  });

  it('links old plans that are there', async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      links?.map(({ target }) => target),
      [oldUri],
    );
    await client.change(uri, { text: plan.replace('poole.plan', 'lost.plan') });
    assert.deepEqual(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } }), []);
  });

  it('folds and selects', async () => {
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [2, 3],
        [4, 5],
        [6, 7],
        [8, 10],
        [9, 10],
      ],
    );
    const [selection] = (await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: { uri },
      positions: [at('a-example, outcomes')],
    })) as [{ range: Range; parent: { range: Range } }];
    assert.equal(wordsAt(selection.range), 'a-example');
    assert.equal(wordsAt(selection.parent.range), 'lead: a-example');
  });

  it('follows the golden thread on and back', async () => {
    const [outcome] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, ask('at-home]'))) ?? [];
    assert.ok(outcome);
    assert.equal(outcome.name, 'Still at home');
    const on = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: outcome });
    const [next] = on ?? [];
    assert.equal(next?.to.name, 'Home first');
    assert.deepEqual(
      next?.fromRanges.map(range => wordsAt(range)),
      ['at-home'],
    );
    assert.ok(next);
    const back = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: next.to });
    assert.deepEqual(
      back?.map(({ from }) => from.name),
      ['Still at home'],
    );
  });

  it('keeps its places while corrections of the whole plan are tried out', async () => {
    await client.change(uri, {
      text: plan.replace('title: One plan', 'title: One plan\nperiod: {from: 1/4/2017, to: 31/3/2019}'),
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const offered = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    assert.ok(offered && offered.length > 0);
    const { line, character } = at('a-example, outcomes');
    const position = { line: line + 1, character };
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.deepEqual(
      found?.map(({ range: { start } }) => start.line),
      [4, 6, 8],
    );
  });

  it('says nothing of documents that are not open', async () => {
    const textDocument = { uri: folder.uriOf('nowhere.plan.yaml') };
    const position = { line: 0, character: 0 };
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position }), null);
    assert.equal(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), null);
    assert.equal(
      await client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'a' }),
      null,
    );
    assert.equal(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), null);
  });
});
