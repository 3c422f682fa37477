/**
 * Notable values of a document: references, ids, money, dates, years, codes and placeholders. One walk serves hints and
 * semantic tokens; the marks of an item are reused while its node is.
 */
import type { Analysis } from '../../analysis';
import { perShape } from '../../schema/per-shape';
import { type Shape, shapeNamed, shapeOfItems, shapeOfKeys, shapeUnder } from '../../schema/shape';
import { isEmpty, type MapNode, type Node, type ScalarNode } from '../../syntax/tree/node';
import type { Span } from '../../text/span';
import { isPlaceholder } from '../../values/placeholder';

export type Mark =
  | ({ readonly kind: 'reference'; readonly node: ScalarNode; readonly kinds: readonly string[] } & InItem)
  | { readonly kind: 'definition' | 'money' | 'year' | 'unassigned'; readonly node: ScalarNode }
  | ({ readonly kind: 'date'; readonly node: ScalarNode } & InItem)
  /** A code of a place, a partner or a measure; `of` is the named shape of what has it ("place", "partner", "outcome"). */
  | { readonly kind: 'code'; readonly node: ScalarNode; readonly of: string; readonly item: MapNode }
  /** Amounts by financial year. */
  | { readonly kind: 'amounts'; readonly node: MapNode };

/** The mapping that contains the mark, and the key in it. */
interface InItem {
  readonly key: string;
  readonly item: MapNode;
}

/** The marks in the parts of the document that touch `span`, in text order except around repairs. */
export function marksIn(analysis: Analysis, span: Span): readonly Mark[] {
  const { root } = analysis.tree;
  const { document } = analysis;
  if (!document) return [];
  const marks: Mark[] = [];
  const visit = (shape: Shape | undefined, value: Node, key: string, item: MapNode) => {
    if (!shape || value.end < span.start || value.start > span.end) return;
    if (value.kind === 'list') {
      for (const entry of value.items) {
        if (entry.end >= span.start && entry.start <= span.end)
          add(within(entry, shapeOfItems(shape, entry), key, item));
      }
    } else if (value.kind === 'map' && value.style === 'block' && shape.schema['x-section']) {
      for (const entry of value.entries) {
        const own = ownMark(entry.key.text, entry.value, shape, value);
        if (own) add([own]);
        else visit(shapeUnder(shape, entry.key.text, entry.value), entry.value, entry.key.text, value);
      }
    } else add(within(value, shape, key, item));
  };
  const add = (found: readonly Mark[]) => {
    for (const mark of found) if (mark.node.end >= span.start && mark.node.start <= span.end) marks.push(mark);
  };
  const plan = shapeNamed(document.kind);
  for (const { key, value } of root.entries) visit(shapeUnder(plan, key.text, value), value, key.text, root);
  return marks;
}

function within(node: Node, shape: Shape | undefined, key: string, item: MapNode): readonly Mark[] {
  return shape ? marksWithin(node, shape, key, node.kind === 'map' ? node : item) : [];
}

const marksWithin = perShape((node, shape, key: string, item: MapNode): readonly Mark[] => {
  const marks: Mark[] = [];
  collect(node, shape, { key, item }, marks);
  return marks;
});

function collect(node: Node, shape: Shape, at: InItem, marks: Mark[]): void {
  if (node.kind === 'scalar') {
    const mark = markOf(node, shape, at);
    if (mark) marks.push(mark);
    return;
  }
  if (node.kind === 'list') {
    for (const item of node.items) {
      const inner = shapeOfItems(shape, item);
      if (inner) collect(item, inner, at, marks);
    }
    return;
  }
  const keys = shapeOfKeys(shape);
  for (const entry of node.entries) {
    const ofKey = keys && markOf(entry.key, keys, { key: at.key, item: node });
    if (ofKey) marks.push(ofKey);
    const own = ownMark(entry.key.text, entry.value, shape, node);
    const inner = shapeUnder(shape, entry.key.text, entry.value);
    if (own) marks.push(own);
    else if (inner) collect(entry.value, inner, { key: entry.key.text, item: node }, marks);
  }
  if (shape.def === 'amounts') marks.push({ kind: 'amounts', node });
}

/** The mark of a value that depends on its item: its id, its code. */
function ownMark(key: string, value: Node, shape: Shape, item: MapNode): Mark | undefined {
  if (value.kind !== 'scalar' || isEmpty(value)) return undefined;
  if (key === 'id' && shape.schema['x-kind'] !== undefined) return { kind: 'definition', node: value };
  if (key === 'code' && shape.def !== undefined && !isPlaceholder(value.text))
    return { kind: 'code', node: value, of: shape.def, item };
  return undefined;
}

function markOf(node: ScalarNode, { schema }: Shape, at: InItem): Mark | undefined {
  if (isEmpty(node)) return undefined;
  const form = schema['x-form'];
  if (schema['x-ref']) {
    return form === 'person' && isPlaceholder(node.text)
      ? { kind: 'unassigned', node }
      : { kind: 'reference', node, kinds: schema['x-ref'], ...at };
  }
  if (form === 'date') return { kind: form, node, ...at };
  return form === 'money' || form === 'year' ? { kind: form, node } : undefined;
}

/** Marks without those that a YAML alias repeats: each is kept once, at its anchor. */
export function onceEach(marks: readonly Mark[]): readonly Mark[] {
  const seen = new Set<Node>();
  return marks.filter(({ node }) => {
    if (seen.has(node)) return false;
    seen.add(node);
    return true;
  });
}
