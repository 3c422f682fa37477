/** `textDocument/completion`: what may be written at the cursor, in the order in which it is to be shown. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import {
  type Completion,
  complete,
  completeSettingsFile,
  type LineIndex,
  oldPlansAround,
  say,
  visible,
  withoutTabStops,
} from '../../core/index';
import type { ClientAbilities } from '../client-abilities';
import { offsetFrom } from '../from-lsp';
import { request } from '../method';
import { readDocument, readSettingsFile } from '../read-document';
import type { Session } from '../session';
import { rangeOf } from '../to-lsp';

export const completion = request(
  CompletionRequest.type,
  () => ({ completionProvider: { triggerCharacters: [' ', ':', '-', '{', '[', ','], resolveProvider: false } }),
  (session, { textDocument, position, context }): CompletionList | null => {
    const asked = askedOf(session, textDocument.uri);
    if (!asked) return null;
    const { text, lines } = asked;
    const offset = offsetFrom(position, lines);
    if (context?.triggerCharacter !== undefined && !opensPlace(text, offset, context.triggerCharacter)) return null;
    const entries = asked.entries(offset).filter(({ edit }) => !isInTheWay(edit.text, context?.triggerCharacter));
    const items = entries.map((entry, index) => itemOf(entry, index, asked, offset, session.client));
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

/** A document in which something can be completed. */
interface Asked {
  readonly text: string;
  readonly lines: LineIndex;
  entries(offset: number): readonly Completion[];
}

function askedOf(session: Session, uri: string): Asked | undefined {
  const settings = (key: string) => session.configurations.settings(key);
  const plan = readDocument(session, uri);
  if (plan) {
    const { analysis, lines, key } = plan;
    const around = oldPlansAround(session.plans.project, key);
    return { text: analysis.text, lines, entries: offset => complete(analysis, offset, settings(key), around) };
  }
  const file = readSettingsFile(session, uri);
  if (!file) return undefined;
  const { text, kind, lines, key } = file;
  return { text, lines, entries: offset => completeSettingsFile(text, kind, offset, settings(key)) };
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
  { text, lines }: Asked,
  offset: number,
  { snippets, completionDescriptions, own }: ClientAbilities,
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
