/**
 * Where something is being typed: from a change of a text until the cursor leaves the item in which it was. Known only of
 * editors that tell where their cursor is, by `oneplan/cursor`.
 */
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Cursor } from '../protocol';
import { keyOf } from '../workspace/uri';
import type { Workspace } from '../workspace/workspace';
import type { ClientSettings } from './client-settings';
import { offsetFrom } from './from-lsp';

export class ActiveEdit {
  private tellsCursor = false;
  /** The last change: where it starts, the same before and after it, and how much it wrote. */
  private change: { readonly key: string; readonly start: Position; readonly length: number } | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly settings: ClientSettings,
  ) {}

  /** The text of `key` was changed, last by `change`. */
  changed(key: string, change: TextDocumentContentChangeEvent | undefined): void {
    const range = change && 'range' in change ? change.range : undefined;
    this.change =
      this.tellsCursor && range && change ? { key, start: range.start, length: change.text.length } : undefined;
  }

  /** The cursor has moved; whether an item has been left that was being typed. */
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

  /** Where something is being typed in `key`; `undefined` where nothing is, or nobody wants quiet. */
  offsetIn(key: string): number | undefined {
    return this.change?.key === key && this.settings.of(key).quietWhileTyping ? this.end(key) : undefined;
  }

  /** The end of what was written last, as an offset of the newest text. */
  private end(key: string): number | undefined {
    const lines = this.workspace.lines(key);
    return this.change && lines && offsetFrom(this.change.start, lines) + this.change.length;
  }
}
