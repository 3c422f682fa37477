/**
 * The tree of a plan's text. Nodes are immutable; their places are kept relative to the chunk of text that they were
 * read from, so that an edit above a chunk moves its nodes by changing one number (`Origin.base`).
 */
import type { Span } from '../../text/span';

/** Where a chunk stands in the text now. Only the parser moves it. */
export class Origin {
  constructor(public base: number = 0) {}
}

/** A span that moves with its chunk. */
export class Place implements Span {
  constructor(
    readonly origin: Origin,
    readonly from: number,
    readonly to: number,
  ) {}

  get start(): number {
    return this.origin.base + this.from;
  }

  get end(): number {
    return this.origin.base + this.to;
  }
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';
export type ScalarValue = string | number | boolean | null;

/** A single value. `text` is what the author wrote, quotes and escapes undone; `value` is how YAML reads it. */
export class ScalarNode extends Place {
  readonly kind = 'scalar';

  constructor(
    origin: Origin,
    from: number,
    to: number,
    readonly text: string,
    readonly value: ScalarValue,
    readonly style: ScalarStyle,
  ) {
    super(origin, from, to);
  }
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/**
 * Keys and values, in the order of the text. A key may stand twice: `entry` gives the first. A key in other letters
 * ("Pool manager"), and one that the format takes for the right one ("leads"), is found where that is absent: it is one
 * fault, and what stands after it is not lost.
 */
export class MapNode extends Place {
  readonly kind = 'map';
  private keys: ReadonlyMap<string, Entry> | undefined;

  constructor(
    origin: Origin,
    from: number,
    to: number,
    readonly entries: readonly Entry[],
    readonly style: 'block' | 'flow',
    /** Entries whose keys the format takes for others, by those: see `schema/aliases.ts`. */
    readonly aliases: ReadonlyMap<string, Entry> | undefined = undefined,
  ) {
    super(origin, from, to);
  }

  entry(key: string): Entry | undefined {
    return this.exact(key) ?? this.inOtherLetters(key) ?? this.aliases?.get(key);
  }

  get(key: string): Node | undefined {
    return this.entry(key)?.value;
  }

  /** The entry of `key` as it is spelt. */
  exact(key: string): Entry | undefined {
    if (this.entries.length > FEW) return this.byKey().get(key);
    for (const entry of this.entries) if (entry.key.text === key) return entry;
    return undefined;
  }

  private inOtherLetters(key: string): Entry | undefined {
    if (this.entries.length > FEW) return undefined;
    for (const entry of this.entries) {
      const { text } = entry.key;
      if (text.length === key.length && isInOtherLetters(text, key)) return entry;
    }
    return undefined;
  }

  private byKey(): ReadonlyMap<string, Entry> {
    if (this.keys) return this.keys;
    const keys = new Map<string, Entry>();
    for (const entry of this.entries) if (!keys.has(entry.key.text)) keys.set(entry.key.text, entry);
    this.keys = keys;
    return keys;
  }
}

/** Whether `written` is the word `key` of the format, but for capitals, spaces, hyphens and underscores. */
export function isInOtherLetters(written: string, key: string): boolean {
  return FORMAT_WORD.test(key) && asWord(written) === asWord(key);
}

const FORMAT_WORD = /^[a-z]+(?:[_-][a-z]+)*$/;

/** A key without what authors vary in it: "Pool manager" → `pool_manager`. */
export function asWord(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '_');
}

/** Up to this many entries are searched linearly; only a hostile plan has more. */
const FEW = 64;

export class ListNode extends Place {
  readonly kind = 'list';

  constructor(
    origin: Origin,
    from: number,
    to: number,
    readonly items: readonly Node[],
    readonly style: 'block' | 'flow',
  ) {
    super(origin, from, to);
  }
}

export type Node = ScalarNode | MapNode | ListNode;

/** Whether nothing was written: an absent node, or one that is empty, `null` or `~`. */
export function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

/** `- - id: falls`: an item alone in a list of its own. */
export function isItemInList(node: Node): node is ListNode {
  return node.kind === 'list' && node.style === 'block' && node.items.length === 1 && node.items[0]?.kind === 'map';
}
