/** Keys that are written twice: YAML tools keep one of the two, and not all the same one. */

import type { Fault } from '../finding';
import { say } from '../text/say';
import type { Entry, Node } from './tree/node';
import { written } from './tree/written';

const maxTold = 100;

/** A finding on each repeated key anywhere in `node`, at most a hundred; the first place is related. */
export function duplicateKeys(node: Node | undefined): readonly Fault[] {
  const found: Fault[] = [];
  const seen = new Set<Node>();
  const visit = (each: Node): void => {
    // An alias shows one node at several places.
    if (each.kind === 'scalar' || seen.has(each) || found.length >= maxTold) return;
    seen.add(each);
    if (each.kind === 'list') {
      for (const item of each.items) visit(item);
      return;
    }
    found.push(...repeatedKeys(each.entries));
    for (const { value } of each.entries) visit(value);
  };
  if (node) visit(node);
  return found.slice(0, maxTold);
}

/** A finding on each of `entries` whose key another one has before it. */
export function repeatedKeys(entries: readonly Entry[]): readonly Fault[] {
  if (entries.length < 2) return [];
  const first = new Map<string, Entry>();
  const found: Fault[] = [];
  for (const entry of entries) {
    const { text } = entry.key;
    const before = first.get(text);
    if (!before) first.set(text, entry);
    else if (found.length < maxTold) {
      found.push({
        rule: 'duplicate-key',
        at: entry.key,
        message: say`The key ${written(text)} is written twice here, and only one of the two can count. Remove one, or put both together.`,
        related: [{ at: before.key, message: say`The first ${written(text)}` }],
        detail: text.slice(0, 80),
      });
    }
  }
  return found;
}
