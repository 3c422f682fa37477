/** A section of a plan that is a list of items, or knowingly empty with a reason (`{none: the reason}`). */
import { type Entry, isEmpty, ListNode, MapNode, type Node } from '../syntax/tree/node';
import type { Span } from '../text/span';
import { type Field, isOpen } from './field';
import { ItemReader } from './item-reader';

export interface Section<T> {
  /** The key of the section, where it stands. */
  readonly key: Span | undefined;
  /** Where to point when the section lacks something: its key, or the plan's title where it is absent. */
  readonly at: Span;
  readonly items: readonly T[];
  /** The reason why the section is knowingly empty. */
  readonly none: Field<string> | undefined;
  readonly node: Node | undefined;
  /** Something stands here that is no list, so that items may be there and yet unknown; the schema says so. */
  readonly unread: boolean;
}

/** Reads the list under `key` of `parent`; items that are not mappings are left to the schema. */
export function readSection<T>(
  parent: Node | undefined,
  key: string,
  title: Span,
  read: (node: MapNode) => T,
): Section<T> {
  const entry = parent instanceof MapNode ? wholeEntry(parent, key) : undefined;
  const node = entry?.value;
  const none = noneOf(node);
  const isList = isEmpty(node) || node instanceof ListNode || reasonIn(node) !== undefined;
  // A mapping in the place of a list is its only item, whose dash was left out.
  const nodes = node instanceof ListNode ? node.items : node && !isList ? [node] : [];
  const items = nodes.filter(item => item instanceof MapNode).map(read);
  const unread = isUnread(parent) || !isList;
  return { key: entry?.key, at: entry?.key ?? title, items, none, node, unread };
}

/**
 * The entry of `key`, with all that stands under it where it is written more than once: that is one fault, and nothing
 * below it is missing. Of two items with one id the first counts.
 */
export function wholeEntry(parent: MapNode, key: string): Entry | undefined {
  const first = parent.entry(key);
  if (!first) return undefined;
  const again = parent.entries.filter(({ key: other, value }) => other.text === first.key.text && !isEmpty(value));
  if (again.length < 2 && again[0] === first) return first;
  const [node, ...others] = again.map(({ value }) => value);
  return node ? { key: first.key, value: joined(node, others) } : first;
}

function joined(first: Node, others: readonly Node[]): Node {
  if (others.length === 0) return first;
  const all = [first, ...others];
  if (all.every(node => node instanceof MapNode)) {
    const entries = all.flatMap(node => node.entries);
    return new MapNode(first.origin, first.from, first.to, entries, all[0]?.style ?? 'block');
  }
  const lists = all.filter(node => node instanceof ListNode);
  if (lists.length < all.length) return first;
  const ids = new Set<string>();
  const items = lists.flatMap(list =>
    list.items.filter(item => {
      const id = item instanceof MapNode ? item.get('id') : undefined;
      if (id?.kind !== 'scalar') return true;
      const isKnown = ids.has(id.text);
      ids.add(id.text);
      return !isKnown;
    }),
  );
  return new ListNode(first.origin, first.from, first.to, items, lists[0]?.style ?? 'block');
}

/** Whether something other than keys and values stands where a section belongs. */
export function isUnread(section: Node | undefined): boolean {
  return !isEmpty(section) && !(section instanceof MapNode);
}

/** The reason why a section is empty; none where only a placeholder ("TBC") stands for it. */
export function noneOf(node: Node | undefined): Field<string> | undefined {
  const reason = reasonIn(node);
  return reason && !isOpen(reason) ? reason : undefined;
}

function reasonIn(node: Node | undefined): Field<string> | undefined {
  const entry = node instanceof MapNode ? node.entry('none') : undefined;
  if (!entry || isEmpty(entry.value) || !(node instanceof MapNode)) return undefined;
  return new ItemReader(node, '', '').settled('none');
}

/**
 * Reads each node, or each item that was read from one, once, however many versions of the document it stays in: `read`
 * must look at nothing else that an edit elsewhere could change.
 */
export function once<K extends object, T, A extends readonly unknown[]>(
  read: (node: K, ...more: A) => T,
): (node: K, ...more: A) => T {
  const known = new WeakMap<K, T>();
  return (node, ...more) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const value = read(node, ...more);
    known.set(node, value);
    return value;
  };
}
