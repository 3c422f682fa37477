/** Hover in real messages: Markdown where the editor shows it, with nothing in it that a plan could have made live. */
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { HoverRequest, MarkupContent, MarkupKind } from 'vscode-languageserver-protocol';
import { escaped } from '../../server/src/lsp/markdown';
import { LspClient } from '../support/lsp-client';

const plan = `one_plan: 1
title: One plan
people:
  - {id: a-example, name: A. Example, post: Director}
schemes:
  - {id: falls, name: Falls, lead: a-example, novelty: new}
  - id: broken
    name: "Falls
`;
const markdown = { textDocument: { hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] } } };

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://example.org/a.png)',
  'https://example.org/ www.example.org a@example.org',
  '<https://example.org>',
  '`code` and ``more``',
  '**bold** _it_ ~~gone~~',
  '| a | b |',
  '# heading',
  '1. one',
  '- item',
  '&lt;b&gt; &#60;',
  '[x]: https://example.org',
  '\\[x](y)',
  '$(alert) ${x} {{x}}',
  'command:workbench.action.quit',
  '<!-- comment -->',
  '```\ncode\n```',
  '--- \n===',
  '> quote',
  '[^1]: note',
  '\u0007\u001b[31mred',
];

describe('hover over the wire', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const ask = async (text: string, line: number, character: number) => {
    const uri = 'untitled:one.plan.yaml';
    await client.open(uri, text);
    return client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  };

  it('tells of the item behind an id, in Markdown, over the id', async () => {
    client = await LspClient.start({ capabilities: markdown });
    const found = await ask(plan, 5, 38);
    assert.deepEqual(found?.contents, {
      kind: 'markdown',
      value: '**Person: A. Example**\n\n- Post: Director\n\nOne place in this plan refers to this person.',
    });
    assert.deepEqual(found?.range, { start: { line: 5, character: 35 }, end: { line: 5, character: 44 } });
  });

  it('is plain text for an editor that shows no Markdown', async () => {
    client = await LspClient.start();
    const found = await ask(plan, 5, 38);
    assert.deepEqual(found?.contents, {
      kind: 'plaintext',
      value: 'Person: A. Example\n\nPost: Director\n\nOne place in this plan refers to this person.',
    });
  });

  it('links the rule that asks for a key to its page', async () => {
    client = await LspClient.start({ capabilities: markdown });
    const contents = (await ask(plan, 5, 30))?.contents;
    assert.ok(MarkupContent.is(contents));
    assert.match(
      contents.value,
      /\(\[unassigned-accountable-lead\]\(<[^<>\s]+unassigned-accountable-lead[^<>\s]*>\)\)/,
    );
  });

  it('says nothing in a comment, between words and outside the text', async () => {
    client = await LspClient.start({ capabilities: markdown });
    assert.equal(await ask(`# people\n${plan}`, 0, 4), null);
    assert.equal(await ask(plan, 900, 900), null);
  });

  for (const words of hostile) {
    it(`shows ${JSON.stringify(words)} as words`, async () => {
      client = await LspClient.start({ capabilities: markdown });
      const text = `one_plan: 1\npeople:\n  - {id: a, name: ${JSON.stringify(words)}, post: ${JSON.stringify(words)}}\n`;
      const contents = (await ask(text, 2, 9))?.contents;
      assert.ok(MarkupContent.is(contents));
      assert.deepEqual(liveParts(contents.value), []);
      assert.doesNotMatch(contents.value.replace(/\n/g, ''), /\p{Cc}/u);
    });
  }

  it('keeps the words whole', async () => {
    client = await LspClient.start();
    for (const words of hostile) {
      const shown = wordsIn(escaped(words)).replace(/\s+/g, ' ').trim();
      assert.equal(
        shown,
        words
          .replace(/[\p{Cc}]+/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    }
  });
});

type Parsed = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** Everything but paragraphs, text, our own bold title and our own list of facts. */
function liveParts(value: string): readonly string[] {
  const parts: string[] = [];
  const visit = (node: Parsed): void => {
    if (!['root', 'paragraph', 'text', 'strong', 'list', 'listItem'].includes(node.type)) parts.push(node.type);
    if ('children' in node) for (const child of node.children) visit(child as Parsed);
  };
  visit(fromMarkdown(value));
  if (/(?<!\\):\/\/|(?<!\\)@|www\./.test(value)) parts.push('address');
  return parts;
}

function wordsIn(value: string): string {
  const visit = (node: Parsed): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(child => visit(child as Parsed)).join('') : '';
  };
  return visit(fromMarkdown(value));
}
