/**
 * Reads the plain part of YAML in which nearly every plan is written: keys and dashes on lines, texts on one line, simple
 * brackets and blocks of text. It refuses everything else, and everything of which something would have to be told; the
 * `yaml` package reads that. What it accepts it reads exactly as that package does: same nodes, same places.
 *
 * A line costs one or two regular expressions that start where the last one ended; no character is looked at twice.
 */

import { type Entry, isItemInList, ListNode, MapNode, type Node, type Origin, ScalarNode } from '../tree/node';
import { readBlockText } from './block-text';
import { KeySet } from './key-set';
import { LineCursor } from './line-cursor';
import {
  BLOCK,
  KEY,
  KEY_IN_BRACKETS,
  LINE_IN_BRACKETS,
  PLAIN,
  PLAIN_IN_BRACKETS,
  REST,
  UNUSUAL,
} from './line-patterns';

/** What was read; `root` is absent where the text holds nothing but comments. */
export interface LineReading {
  readonly root: Node | undefined;
}

/** Reads `text`, or refuses it (`undefined`). */
export function readLines(text: string, origin: Origin): LineReading | undefined {
  if (UNUSUAL.test(text)) return undefined;
  return new LineReader(text, origin).read();
}

const maxLevels = 40;

const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const DASH = 45;

class LineReader extends LineCursor {
  /** Where its line starts. */
  private line = 0;
  private levels = 0;
  /** The column of the next content, -1 at the end; set by `goesOn`. */
  private column = 0;

  read(): LineReading | undefined {
    if (this.nextContent() < 0) return { root: undefined };
    const root = this.block();
    return root && this.nextContent() < 0 ? { root } : undefined;
  }

  /** Moves to the next line with content, from the start of a line; gives its column, or -1 at the end. */
  private nextContent(): number {
    const { text } = this;
    let start = this.at;
    while (start < text.length) {
      let content = start;
      while (text.charCodeAt(content) === SPACE) content++;
      const code = text.charCodeAt(content);
      if (code !== LF && code !== CR && code !== HASH && content < text.length) {
        this.line = start;
        this.at = content;
        return content - start;
      }
      const next = text.indexOf('\n', content);
      start = next < 0 ? text.length : next + 1;
    }
    this.at = text.length;
    return -1;
  }

  /** Reads the list or mapping that starts here; ends before the next content. */
  private block(): Node | undefined {
    if (++this.levels > maxLevels) return undefined;
    const node = this.isDash() ? this.list() : this.map();
    this.levels--;
    return node;
  }

  private map(): MapNode | undefined {
    const from = this.at;
    const column = from - this.line;
    const entries: Entry[] = [];
    const keys = new KeySet();
    do {
      const key = this.key(KEY);
      if (!key || !keys.add(key.text)) return undefined;
      const value = this.value(column, 'key');
      if (!value) return undefined;
      entries.push({ key, value });
    } while (this.goesOn(column) && !this.isDash());
    if (this.refused(column)) return undefined;
    return new MapNode(this.origin, from, entries[entries.length - 1]?.value.to ?? from, entries, 'block');
  }

  private list(): ListNode | undefined {
    const from = this.at;
    const column = from - this.line;
    const items: Node[] = [];
    let end = from;
    do {
      this.at++;
      const item = this.item(column);
      if (!item) return undefined;
      items.push(item);
      end = item.to;
    } while (this.goesOn(column) && this.isDash());
    // A key beside the dashes belongs to the mapping whose value the list is.
    if (this.column > column) return undefined;
    return new ListNode(this.origin, from, end, items, 'block');
  }

  private goesOn(column: number): boolean {
    this.column = this.at >= this.text.length ? -1 : this.at - this.line;
    return this.column === column;
  }

  private refused(column: number): boolean {
    return this.column >= column;
  }

  /** A key with its colon; `undefined` where there is none, or one of which something would have to be told. */
  private key(pattern: RegExp): ScalarNode | undefined {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return undefined;
    const from = this.at;
    this.at = pattern.lastIndex;
    return this.plain(from, this.at - 1);
  }

  /** The item after a dash. */
  private item(column: number): Node | undefined {
    let content = this.at;
    while (this.text.charCodeAt(content) === SPACE) content++;
    const code = this.text.charCodeAt(content);
    if (code === LF || code === CR || code === HASH || content >= this.text.length) return this.value(column, 'dash');
    const dash = this.at;
    this.at = content;
    if (this.isDash()) return this.inner();
    KEY.lastIndex = content;
    if (KEY.test(this.text)) return this.block();
    this.at = dash;
    return this.value(column, 'dash');
  }

  /** A list that starts behind a dash. An item alone in one is a mistake, which is told by those who read with more care. */
  private inner(): Node | undefined {
    const node = this.block();
    return node && isItemInList(node) ? undefined : node;
  }

  /**
   * The value after a colon or a dash, whose key or dash stands at `column`; then moves to the next content. After
   * a key, a list may start in that same column.
   */
  private value(column: number, after: 'key' | 'dash'): Node | undefined {
    const { text } = this;
    const colon = this.at;
    while (text.charCodeAt(this.at) === SPACE) this.at++;
    const code = text.charCodeAt(this.at);
    const from = this.at;
    if (code === LF || code === CR || code === HASH || from >= text.length) {
      this.at = colon;
      if (!this.endLine()) return undefined;
      const next = this.nextContent();
      if (next > column && after === 'dash' && this.isDash()) return this.inner();
      if (next > column || (after === 'key' && next === column && this.isDash())) return this.block();
      return this.empty(code === HASH ? colon : from);
    }
    const node = code === 124 || code === 62 ? this.blockText(column) : this.inline(column);
    if (!node) return undefined;
    if (node.kind !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) {
      if (!this.endLine()) return undefined;
      // What is indented deeper would go on with this value.
      if (this.nextContent() > column) return undefined;
    }
    return node;
  }

  private empty(at: number): ScalarNode {
    return new ScalarNode(this.origin, at, at, '', null, 'empty');
  }

  /** Moves past the comment at the end of a line; false where anything else stands there. */
  private endLine(): boolean {
    REST.lastIndex = this.at;
    if (!REST.test(this.text)) return false;
    const next = this.text.indexOf('\n', REST.lastIndex);
    this.at = next < 0 ? this.text.length : next + 1;
    return true;
  }

  private blockText(column: number): ScalarNode | undefined {
    const from = this.at;
    BLOCK.lastIndex = from;
    if (!BLOCK.test(this.text)) return undefined;
    const folded = this.text.charCodeAt(from) === 62;
    const strip = this.text.charCodeAt(from + 1) === DASH;
    const block = readBlockText(this.text, this.text.indexOf('\n', from) + 1, column, { folded, strip });
    if (!block) return undefined;
    this.at = block.next;
    if (this.nextContent() > column) return undefined;
    return new ScalarNode(this.origin, from, block.end, block.text, block.text, folded ? 'folded' : 'literal');
  }

  /** A text on one line, or brackets. */
  private inline(column: number): Node | undefined {
    const code = this.text.charCodeAt(this.at);
    if (code === 123) return this.bracketMap(column);
    if (code === 91) return this.bracketList(column);
    return this.quotedText(code) ?? this.plainText(PLAIN);
  }

  private bracketMap(column: number): MapNode | undefined {
    const from = this.at++;
    if (++this.levels > maxLevels || !this.skipSpace(column)) return undefined;
    const entries: Entry[] = [];
    const keys = new KeySet();
    while (this.text.charCodeAt(this.at) !== 125) {
      if (entries.length > 0 && !this.comma(column)) return undefined;
      const key = this.key(KEY_IN_BRACKETS);
      if (!key || !keys.add(key.text)) return undefined;
      while (this.text.charCodeAt(this.at) === SPACE) this.at++;
      const value = this.inBrackets(column);
      if (!value || !this.skipSpace(column)) return undefined;
      entries.push({ key, value });
    }
    this.levels--;
    return new MapNode(this.origin, from, ++this.at, entries, 'flow');
  }

  private bracketList(column: number): ListNode | undefined {
    const from = this.at++;
    if (++this.levels > maxLevels || !this.skipSpace(column)) return undefined;
    const items: Node[] = [];
    while (this.text.charCodeAt(this.at) !== 93) {
      if (items.length > 0 && !this.comma(column)) return undefined;
      const item = this.inBrackets(column);
      if (!item || !this.skipSpace(column)) return undefined;
      items.push(item);
    }
    this.levels--;
    return new ListNode(this.origin, from, ++this.at, items, 'flow');
  }

  private inBrackets(column: number): Node | undefined {
    const code = this.text.charCodeAt(this.at);
    if (code === 123) return this.bracketMap(column);
    if (code === 91) return this.bracketList(column);
    return this.quotedText(code) ?? this.plainText(PLAIN_IN_BRACKETS);
  }

  /** A comma with white space after it, and an entry after that: "£1,250,000" is left to the other reader. */
  private comma(column: number): boolean {
    if (this.text.charCodeAt(this.at) !== COMMA) return false;
    const after = ++this.at;
    if (!this.skipSpace(column) || this.at === after) return false;
    const code = this.text.charCodeAt(this.at);
    return code !== 125 && code !== 93;
  }

  /** Moves past spaces, and past a line break when the next line is indented deeper than `column`. */
  private skipSpace(column: number): boolean {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
    const code = this.text.charCodeAt(this.at);
    if (code !== LF && code !== CR) return true;
    LINE_IN_BRACKETS.lastIndex = this.at;
    if (!LINE_IN_BRACKETS.test(this.text)) return false;
    const content = LINE_IN_BRACKETS.lastIndex;
    const line = this.text.lastIndexOf('\n', content) + 1;
    this.at = content;
    return content - line > column;
  }
}
