/** The spaces within `{}` and `[]` that stand on one line: none inside the brackets, one behind commas and colons. */
import type { ListNode, MapNode, Node } from '../syntax/tree/node';
import type { SpacingEdit } from './spacing-edit';

/** The edits within `node`, which stands on one line of `text`. */
export function flowGaps(text: string, node: MapNode | ListNode): readonly SpacingEdit[] {
  const edits: SpacingEdit[] = [];
  within(text, node, edits);
  return edits;
}

function within(text: string, node: MapNode | ListNode, edits: SpacingEdit[]): void {
  const parts = partsOf(node);
  const hasBrackets = text[node.start] === '{' || text[node.start] === '[';
  let end = node.start + (hasBrackets ? 1 : 0);
  for (const [index, part] of parts.entries()) {
    // An alias has the span of its anchor, so what is written here is left alone.
    if (part.start < end || part.end > node.end) return;
    if (index > 0 || hasBrackets) tighten(text, end, part.start, index === 0 ? '' : ',', edits);
    if (part.value && part.key) {
      if (part.value.start !== part.value.end) tighten(text, part.key.end, part.value.start, ':', edits);
      if (part.value.kind !== 'scalar') within(text, part.value, edits);
    }
    if (part.item && part.item.kind !== 'scalar') within(text, part.item, edits);
    end = part.end;
  }
  if (hasBrackets) tighten(text, end, node.end - 1, '', edits);
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly key?: Node;
  readonly value?: Node;
  readonly item?: Node;
}

function partsOf(node: MapNode | ListNode): readonly Part[] {
  if (node.kind === 'list') return node.items.map(item => ({ start: item.start, end: item.end, item }));
  return node.entries.map(({ key, value }) => ({ start: key.start, end: Math.max(key.end, value.end), key, value }));
}

/** From `start` to `end` stands `sign` and otherwise only spaces: then one space behind it, or none without a sign. */
function tighten(text: string, start: number, end: number, sign: '' | ',' | ':', edits: SpacingEdit[]): void {
  const between = text.slice(start, end);
  const wanted = sign === '' ? '' : `${sign} `;
  if (end < start || between.trim() !== sign || between === wanted) return;
  edits.push({ at: { start, end }, text: wanted, moves: false });
}
