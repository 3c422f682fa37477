/** Whether two trees say the same, but for some places of the first: what an edit there must leave as it is. */
import type { Span } from '../../text/span';
import { type Entry, isEmpty, type Node, type ScalarNode } from './node';

/**
 * Whether `before` and `after` have equal values and keys outside of `own`, stretches relative to the origin of `before`.
 * White space at the ends of lines counts for nothing.
 */
export function sameBeside(before: Node | undefined, after: Node | undefined, own: readonly Span[]): boolean {
  return new Comparison(own).same(before, after);
}

class Comparison {
  /** An alias shows one node at several places: it is compared once. */
  private readonly compared = new Map<Node, Node>();

  constructor(private readonly own: readonly Span[]) {}

  same(before: Node | undefined, after: Node | undefined): boolean {
    if (!before || !after) return isNothing(before) && isNothing(after);
    if (this.compared.get(before) === after || this.isOwn(before)) return true;
    this.compared.set(before, after);
    if (before.kind === 'scalar') return after.kind === 'scalar' && sameScalar(before, after);
    if (before.kind === 'list') return after.kind === 'list' && this.sameItems(before.items, after.items);
    return after.kind === 'map' && this.sameEntries(before.entries, after.entries);
  }

  private sameItems(before: readonly Node[], after: readonly Node[]): boolean {
    return before.length === after.length && before.every((item, index) => this.same(item, after[index]));
  }

  private sameEntries(before: readonly Entry[], after: readonly Entry[]): boolean {
    return (
      before.length === after.length &&
      before.every(({ key, value }, index) => {
        const other = after[index];
        return (other?.key.text === key.text || this.isOwn(key)) && this.same(value, other?.value);
      })
    );
  }

  /** Whether one of the places is that of the single value `node`, or lies in it. */
  private isOwn(node: Node): boolean {
    return node.kind === 'scalar' && this.own.some(({ start, end }) => node.from <= start && end <= node.to);
  }
}

/** A text that says nothing, however it says so, is an empty plan. */
function isNothing(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'map' && node.entries.length === 0) || isEmpty(node);
}

function sameScalar(before: ScalarNode, after: ScalarNode): boolean {
  return before.text === after.text
    ? typeof before.value === typeof after.value
    : withoutBlanks(before.text) === withoutBlanks(after.text);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s*\n\s*/g, '\n').trim();
}
