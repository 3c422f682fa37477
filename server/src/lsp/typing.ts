/**
 * Where something is being typed: from a change of a text until the cursor leaves the item in which it was. Known only of
 * editors that tell where their cursor is, by `oneplan/cursor`.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { isSameItem } from '../core/index';
import type { Cursor } from '../protocol';
import { keyOf } from '../workspace/uri';
import type { ClientSettings } from './client-settings';
import { offsetFrom } from './from-lsp';
import type { KnownPlans } from './known-plans';

export class Typing {
  private tellsCursor = false;
  /** The last change, the end of what it wrote as an offset of the newest text. */
  private change: { readonly key: string; readonly offset: number } | undefined;

  constructor(
    private readonly plans: KnownPlans,
    private readonly settings: ClientSettings,
  ) {}

  /** The text of `key` was changed, last by `change`. */
  changed(key: string, change: TextDocumentContentChangeEvent | undefined): void {
    const lines = this.tellsCursor ? this.plans.lines(key) : undefined;
    const range = change && 'range' in change ? change.range : undefined;
    this.change =
      lines && range && change ? { key, offset: offsetFrom(range.start, lines) + change.text.length } : undefined;
  }

  /** The cursor has moved; whether an item has been left that was being typed. */
  moved(cursor: Cursor | null): boolean {
    this.tellsCursor = true;
    const { change } = this;
    if (!change) return false;
    const analysis = this.plans.analysis(change.key);
    const isThere =
      cursor !== null &&
      keyOf(cursor.uri) === change.key &&
      analysis !== undefined &&
      isSameItem(analysis, change.offset, offsetFrom(cursor.position, analysis.lines));
    if (isThere) return false;
    this.change = undefined;
    return true;
  }

  /** Where something is being typed in `key`; `undefined` where nothing is, or nobody wants quiet. */
  offsetIn(key: string): number | undefined {
    return this.change?.key === key && this.settings.of(key).quietWhileTyping ? this.change.offset : undefined;
  }
}
