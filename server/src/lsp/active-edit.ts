/**
 * Where the author is typing: from a change of the text until the cursor leaves the item it was in. Known only for
 * editors that report their cursor by `oneplan/cursor`.
 */
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Cursor } from '../protocol';
import { keyOf } from '../workspace/uri';
import type { Workspace } from '../workspace/workspace';
import type { ClientSettings } from './client-settings';
import { offsetFrom } from './from-lsp';

export class ActiveEdit {
  private tellsCursor = false;
  /** The last change: its start, which is the same before and after it, and the length of the text it inserted. */
  private change: { readonly key: string; readonly start: Position; readonly length: number } | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly settings: ClientSettings,
  ) {}

  /** Records a change of the text of `key`. */
  changed(key: string, change: TextDocumentContentChangeEvent | undefined): void {
    const range = change && 'range' in change ? change.range : undefined;
    this.change =
      this.tellsCursor && range && change ? { key, start: range.start, length: change.text.length } : undefined;
  }

  /** Records a move of the cursor; returns whether it left the item that was being typed. */
  moved(cursor: Cursor | null): boolean {
    this.tellsCursor = true;
    const { change } = this;
    if (!change) return false;
    const offset = this.end(change.key);
    const lines = this.workspace.lines(change.key);
    const isThere =
      cursor !== null &&
      keyOf(cursor.uri) === change.key &&
      offset !== undefined &&
      lines !== undefined &&
      this.workspace.isSameItem(change.key, offset, offsetFrom(cursor.position, lines));
    if (isThere) return false;
    this.change = undefined;
    return true;
  }

  /** The offset of typing in `key`; `undefined` where nobody types, or the settings do not want quiet. */
  offsetIn(key: string): number | undefined {
    return this.change?.key === key && this.settings.of(key).quietWhileTyping ? this.end(key) : undefined;
  }

  /** The end of the last insertion, as an offset of the newest text. */
  private end(key: string): number | undefined {
    const lines = this.workspace.lines(key);
    return this.change && lines && offsetFrom(this.change.start, lines) + this.change.length;
  }
}
