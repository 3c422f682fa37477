/** `textDocument/completion`: what may be written at the cursor, in the order in which it is to be shown. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { type Completion, complete, oldPlansAround, withoutTabStops } from '../../core/index';
import type { ClientAbilities } from '../client-abilities';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { type ReadDocument, readDocument } from '../read-document';
import { rangeOf } from '../to-lsp';

export const completion = request(
  CompletionRequest.type,
  () => ({ completionProvider: { triggerCharacters: [' ', ':', '-', '{', '[', ','], resolveProvider: false } }),
  (session, { textDocument, position, context }): CompletionList | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    const { analysis, lines, key } = document;
    const offset = offsetFrom(position, lines);
    if (context?.triggerCharacter !== undefined && !opensPlace(analysis.text, offset, context.triggerCharacter))
      return null;
    const entries = complete(
      analysis,
      offset,
      session.configurations.settings(key),
      oldPlansAround(session.plans.project, key),
    );
    const items = entries.map((entry, index) => itemOf(entry, index, document, offset, session.client));
    return { isIncomplete: false, items };
  },
);

/** A sign asks for a list only where a value or an item begins, not in the middle of a text. */
function opensPlace(text: string, offset: number, sign: string): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1), offset);
  if (sign === ' ') return /(?:^\s*(?:- )+|[:,{[] ?|: )$/.test(line);
  return sign === '-' ? /^\s*-$/.test(line) : true;
}

function itemOf(
  { label, kind, detail, documentation, edit, snippet, filter, opensMore }: Completion,
  index: number,
  { analysis, lines }: ReadDocument,
  offset: number,
  { snippets, own }: ClientAbilities,
): CompletionItem {
  const isSnippet = snippet && snippets;
  // What is typed is compared with the words of the entry: the replaced text may be a whole id or amount.
  const typed = analysis.text.slice(edit.at.start, offset);
  return {
    label,
    kind: kinds[kind],
    ...(detail ? { detail } : {}),
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
    ...(own.suggestsAgain && opensMore ? { command: suggestAgain } : {}),
  };
}

const suggestAgain = { title: 'Show what may stand here', command: 'editor.action.triggerSuggest' };

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
