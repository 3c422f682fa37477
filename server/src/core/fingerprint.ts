/**
 * What a finding is known by from one version of a plan to the next: its rule, the item and the key that it is about,
 * never its line. It survives reordering and every edit elsewhere.
 */
import { asWord, type Entry, isEmpty, type MapNode, type Node } from './syntax/tree/node';

/** The path to the node at `offset`, items by their ids, keys whatever their letters: `schemes/falls-response/lead`. */
export function pathTo(root: MapNode, offset: number): string {
  const steps: string[] = [];
  let node: Node | undefined = root;
  while (node && node.kind !== 'scalar') {
    if (node.kind === 'map') {
      const entry: Entry | undefined = node.entries[lastFrom(node.entries, ({ key }) => key.start, offset)];
      if (!entry || offset > Math.max(entry.key.end, entry.value.end)) break;
      steps.push(asWord(entry.key.text));
      node = offset <= entry.key.end ? undefined : entry.value;
    } else {
      const items: readonly Node[] = node.items;
      const index = lastFrom(items, ({ start }) => start, offset);
      const item = items[index];
      if (!item || offset > item.end) break;
      steps.push(labelOf(item) ?? String(index + 1));
      node = item;
    }
  }
  return steps.join('/');
}

/** The index of the last of `parts`, which stand in the order of the text, that starts at `offset` or before; else -1. */
function lastFrom<T>(parts: readonly T[], startOf: (part: T) => number, offset: number): number {
  let low = -1;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = parts[middle];
    if (part !== undefined && startOf(part) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The fingerprint of a finding; `detail` tells apart several findings of one rule at one place. */
export function fingerprintOf(rule: string, path: string, detail: string | undefined): string {
  return [rule, path, detail ?? ''].filter(part => part !== '').join(' ');
}

/** What tells an item from its neighbours: its id, or else its name. */
function labelOf(item: Node): string | undefined {
  if (item.kind === 'scalar') return item.text;
  if (item.kind === 'list') return undefined;
  for (const key of ['id', 'name', 'title', 'what', 'group', 'site', 'plan', 'role', 'body', 'purpose']) {
    const value = item.get(key);
    if (value?.kind === 'scalar' && !isEmpty(value)) return value.text;
  }
  return undefined;
}
