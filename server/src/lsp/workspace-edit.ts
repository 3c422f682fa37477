/** Workspace edits: each for the document version that it was made for, where the editor checks versions. */
import type { TextEdit as ProtocolEdit, SnippetTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type TextEdit, withLineEndsOf } from '../core/index';
import { type ActionEdit, withoutTabStops } from '../workspace/workspace';
import type { Session } from './session';
import { snippetEdit } from './snippet-edit';
import { editsOf } from './to-lsp';

/** The edits of each document, by its key. Inserted line breaks follow those of the document. */
export function workspaceEdit(
  session: Session,
  edits: readonly (readonly [key: string, edits: readonly TextEdit[]])[],
): WorkspaceEdit {
  const { workspace } = session;
  const changed = edits.flatMap(([key, own]) => {
    const lines = workspace.lines(key);
    return lines ? [[key, editsOf(withLineEndsOf(workspace.text(key) ?? '', own), lines)] as const] : [];
  });
  return asWorkspaceEdit(session, changed);
}

/** The edits of one document, as snippets where the editor takes them. */
export function snippetWorkspaceEdit(session: Session, key: string, edits: readonly ActionEdit[]): WorkspaceEdit {
  const { client, workspace } = session;
  const lines = workspace.lines(key);
  if (!client.snippetEdits || !client.versionedEdits || !lines) {
    const plain = edits.map(({ at, text, snippet }) => ({ at, text: snippet ? withoutTabStops(text) : text }));
    return workspaceEdit(session, [[key, plain]]);
  }
  const text = workspace.text(key) ?? '';
  return asWorkspaceEdit(session, [[key, edits.map(edit => snippetEdit(edit, text, lines))]]);
}

function asWorkspaceEdit(
  { client, open }: Session,
  changed: readonly (readonly [key: string, edits: (ProtocolEdit | SnippetTextEdit)[]])[],
): WorkspaceEdit {
  if (client.versionedEdits) {
    return {
      documentChanges: changed.map(([key, edits]) => ({
        textDocument: { uri: open.uriOf(key), version: open.versionOf(key) },
        edits,
      })),
    };
  }
  const isPlain = (edit: ProtocolEdit | SnippetTextEdit): edit is ProtocolEdit => 'newText' in edit;
  return { changes: Object.fromEntries(changed.map(([key, edits]) => [open.uriOf(key), edits.filter(isPlain)])) };
}
