/**
 * Texts that have broken the output of other programs, in every place of a plan, asked for by the editor: what comes back is
 * words, without markup that lives and without characters that steer. (The reports' formats have them in `test/core/report/formats`.)
 */
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupContent,
  MarkupKind,
} from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/index';
import { hostileTexts } from '../support/hostile-texts';
import { LspClient } from '../support/lsp-client';

const uri = 'untitled:hostile.plan.yaml';
/** The page of a rule, which comes with the program. */
const PAGE = /^file:\/\/\S*\/docs\/rules\/[a-z-]+\.md$/;
const STEERING = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

describe('a hostile text in a plan', () => {
  let client: LspClient;
  before(async () => {
    const contentFormat = [MarkupKind.Markdown, MarkupKind.PlainText];
    client = await LspClient.start({ capabilities: { textDocument: { hover: { contentFormat } } } });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });

  it('comes in forty kinds', () => assert.equal(hostileTexts.length, 40));

  for (const hostile of hostileTexts) {
    it(`is words in hovers, offers, actions, symbols and findings: ${JSON.stringify(hostile)}`, async () => {
      const text = planWith(hostile);
      const lines = new LineIndex(text);
      await client.open(uri, text);
      const found = await client.diagnostics(uri);
      assert.ok(found.length > 5);
      for (const { message, relatedInformation = [] } of found)
        for (const words of [message, ...relatedInformation.map(other => other.message)]) assertPlain(String(words));
      let told = 0;
      for (const { index } of text.matchAll(/(?<=[ {])[a-z_]+: *"?./g)) {
        for (const offset of [index, index + text.slice(index).indexOf(':') + 3]) {
          const { line, column: character } = lines.positionAt(offset);
          const asked = { textDocument: { uri }, position: { line, character } };
          told += checkHover(await client.connection.sendRequest(HoverRequest.type, asked));
          const offered = (await client.connection.sendRequest(CompletionRequest.type, asked)) ?? [];
          for (const { label, detail = '' } of Array.isArray(offered) ? offered : offered.items)
            for (const words of [label, detail]) assertPlain(words);
        }
      }
      assert.ok(told > 5);
      const range = { start: { line: 0, character: 0 }, end: { line: lines.lineCount, character: 0 } };
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [...found] },
      });
      assert.ok(actions && actions.length > 0);
      for (const { title } of actions) assertPlain(title);
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
      assert.ok(symbols && symbols.length > 0);
      for (const { name } of symbols) assertPlain(name);
      await client.close(uri);
    });
  }
});

/** A plan with `text` wherever there are words, its signs written as escapes so that YAML reads them all. */
function planWith(text: string): string {
  const words = JSON.stringify(text).replace(/[^\x20-\x7e\p{Cs}\u{10000}-\u{10ffff}]/gu, asEscape);
  return `one_plan: 1
title: ${words}
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: ${words}, name: ${words}}
people:
  - {id: a, name: ${words}, post: ${words}, employer: ${words}}
partners:
  - {id: b, name: ${words}, type: ${words}}
schemes:
  - {id: s, name: ${words}, lead: a, novelty: ${words}}
milestones:
  - {id: ${words}, title: ${words}, lead: ${words}, deadline: 2021-04-01}
  - {id: m, title: ${words}, lead: TBC, deadline: 1/2/2018}
narrative:
  all: ${words}
${words}: ${words}
`;
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** 1 when something is shown. */
function checkHover(hover: { readonly contents: unknown } | null): number {
  if (!hover) return 0;
  const { contents } = hover;
  assert.ok(MarkupContent.is(contents) && contents.kind === 'markdown');
  assertPlain(contents.value);
  const dangerous: string[] = [];
  const visit = (node: Parsed): void => {
    if (['html', 'image', 'heading', 'definition', 'imageReference', 'linkReference'].includes(node.type))
      dangerous.push(node.type);
    // Our own pages of rules are the only links.
    if (node.type === 'link' && !PAGE.test(node.url)) dangerous.push(node.url);
    if ('children' in node) for (const child of node.children) visit(child as Parsed);
  };
  visit(fromMarkdown(contents.value));
  assert.deepEqual(dangerous, []);
  return 1;
}

type Parsed = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function assertPlain(words: string): void {
  assert.doesNotMatch(words, STEERING);
}
