/** What "expand selection" takes in, step by step: the word, its key with it, the item, the list, the section, the plan. */
import type { Analysis } from '../analysis';
import { nodesAt } from '../cursor/nodes-at';
import type { Span } from '../text/span';

/** The spans around `offset`, from the smallest to the whole text, each larger than the one before. */
export function selectionsAt(analysis: Analysis, offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (const { node, entry } of [...nodesAt(analysis.tree.root, offset)].reverse()) {
    spans.push(node);
    if (entry) spans.push({ start: entry.key.start, end: Math.max(entry.key.end, entry.value.end) });
  }
  spans.push({ start: 0, end: analysis.text.length });
  const growing: Span[] = [{ start: offset, end: offset }];
  for (const { start, end } of spans) {
    const last = growing[growing.length - 1];
    if (!last || start > last.start || end < last.end || (start === last.start && end === last.end)) continue;
    growing.push({ start, end });
  }
  return growing.length > 1 ? growing.slice(1) : growing;
}
