/** `textDocument/completion`: what may be written at the cursor, in the order in which it is to be shown. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { type LineIndex, say, visible } from '../../core/index';
import { type Completion, withoutTabStops } from '../../workspace/workspace';
import type { ClientCapabilities } from '../client-capabilities';
import { documentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const completion = request(
  CompletionRequest.type,
  () => ({ completionProvider: { triggerCharacters: [' ', ':', '-', '{', '[', ','], resolveProvider: false } }),
  (session, { textDocument, position, context }): CompletionList | null => {
    const document = documentAt(session, textDocument.uri);
    if (!document) return null;
    const { key, lines } = document;
    const text = session.workspace.text(key) ?? '';
    const offset = offsetFrom(position, lines);
    const sign = context?.triggerCharacter;
    if (sign !== undefined && !opensPlace(text, offset, sign)) return null;
    const found = session.workspace.complete(key, offset);
    if (!found) return null;
    const entries = found.filter(({ edit }) => !isInTheWay(edit.text, sign));
    const items = entries.map((entry, index) => itemOf(entry, index, { text, lines, offset }, session.client));
    return { isIncomplete: false, items };
  },
);

/**
 * Whether nobody asked for an entry that Enter would take: the list comes by itself behind a sign. To somebody who types,
 * Enter behind a colon means a new line, wherever the value may stand on lines of its own.
 */
function isInTheWay(text: string, sign: string | undefined): boolean {
  if (sign === undefined) return false;
  return (sign === ':' ? /^\s*[\n[{]/ : /^\s*\n/).test(text);
}

/** Where something is completed. */
interface Place {
  readonly text: string;
  readonly lines: LineIndex;
  readonly offset: number;
}

/** A sign asks for a list only where a value or an item begins, not in the middle of a text. */
function opensPlace(text: string, offset: number, sign: string): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1), offset);
  if (sign === ' ') return /(?:^\s*(?:- )+|[:,{[] ?|: )$/.test(line);
  return sign === '-' ? /^\s*-$/.test(line) : true;
}

function itemOf(
  { label, kind, detail, documentation, edit, snippet, filter, opensMore }: Completion,
  index: number,
  { text, lines, offset }: Place,
  { snippets, completionDescriptions, own }: ClientCapabilities,
): CompletionItem {
  const isSnippet = snippet && snippets;
  // What is typed is compared with the words of the entry: the replaced text may be a whole id or amount.
  const typed = text.slice(edit.at.start, offset);
  return {
    label: visible(label),
    kind: kinds[kind],
    ...(detail ? { detail: visible(detail) } : {}),
    // Ids and codes tell little: what is meant must be seen of all of them at once.
    ...(detail && completionDescriptions && (kind === 'reference' || kind === 'code')
      ? { labelDetails: { description: visible(detail) } }
      : {}),
    ...(documentation ? { documentation } : {}),
    sortText: String(index).padStart(5, '0'),
    filterText: typed.startsWith('"') || typed.startsWith("'") ? `${typed[0]}${filter ?? label}` : (filter ?? label),
    ...(index === 0 && kind !== 'item' ? { preselect: true } : {}),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(edit.at, lines),
      newText: snippet && !snippets ? withoutTabStops(edit.text) : edit.text,
    },
    ...(own.suggestsAgain && opensMore ? { command: suggestAgain() } : {}),
  };
}

const suggestAgain = () => ({ title: say`Show what may stand here`, command: 'editor.action.triggerSuggest' });

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  item: CompletionItemKind.Snippet,
  date: CompletionItemKind.Event,
  year: CompletionItemKind.Unit,
  code: CompletionItemKind.Constant,
  rule: CompletionItemKind.Keyword,
};
