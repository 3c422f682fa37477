/**
 * Puts keys into the order of the format. A key takes its value along, the comments above it and those indented under
 * it. The innermost mappings first and the text read again between, so that every move is a move of whole lines, or of
 * whole entries between commas.
 */
import { type DocumentKind, type Shape, shapeNamed, shapeOfItems, shapeOfKeys, shapeUnder } from '../schema/shape';
import { parse, type SyntaxTree } from '../syntax/parse';
import type { Entry, MapNode, Node } from '../syntax/tree/node';
import { applyEdits, type TextEdit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { movedEntries } from './moved-entries';
import { sameComments, sameMeaning } from './same-meaning';

/** Upper bound on passes, more than the nesting of any plan; each pass orders one level. */
const maxPasses = 12;

/**
 * The tree of the text with all keys in order, or only those of the section `within`; `tree` itself where they already
 * are, or cannot be moved without changing the meaning.
 */
export function keysInOrder(tree: SyntaxTree, kind: DocumentKind | undefined, within?: Span): SyntaxTree {
  if (!kind) return tree;
  let ordered = tree;
  for (let pass = 0; pass < maxPasses; pass++) {
    const edits = innermost(ordered, kind, within);
    if (edits.length === 0) break;
    ordered = parse(applyEdits(ordered.text, edits));
  }
  const isSound = sameMeaning(tree.root, ordered.root) && sameComments(tree, ordered);
  return isSound && tree.faults.length === ordered.faults.length ? ordered : tree;
}

/** The edit that puts the keys of `map` itself in order, one edit at most; its values stay as they are. */
export function orderKeys(tree: SyntaxTree, lines: LineIndex, map: MapNode, shape: Shape): readonly TextEdit[] {
  const order = canonical(map, shape);
  return order ? movedEntries(tree, lines, map, order) : [];
}

/** Entries of `map` in the order of the format; `undefined` where they already are. */
export function canonical(map: MapNode, shape: Shape): readonly Entry[] | undefined {
  const rank = rankIn(map, shape);
  if (!rank) return undefined;
  const sorted = [...map.entries].sort((a, b) => rank(a) - rank(b));
  return sorted.every((entry, index) => entry === map.entries[index]) ? undefined : sorted;
}

function rankIn(map: MapNode, shape: Shape): ((entry: Entry) => number) | undefined {
  const known = Object.keys(shape.schema.properties ?? {});
  if (known.length > 0) {
    const ranks = new Map(known.map((key, index) => [key, index]));
    return ({ key }) => ranks.get(key.text) ?? known.length;
  }
  const areYears = shapeOfKeys(shape)?.schema['x-form'] === 'year';
  if (!areYears || !map.entries.every(({ key }) => /^\d{4}-\d{2}$/.test(key.text))) return undefined;
  return ({ key }) => Number(key.text.slice(0, 4));
}

function innermost(tree: SyntaxTree, kind: DocumentKind, within: Span | undefined): readonly TextEdit[] {
  const lines = new LineIndex(tree.text);
  const edits: TextEdit[] = [];
  /** Whether something in `node` is moved, so that its parent has to wait for the next pass. */
  const visit = (node: Node, shape: Shape | undefined): boolean => {
    if (!shape || node.kind === 'scalar') return false;
    if (node.kind === 'list') {
      const moved = node.items.map(item => visit(item, shapeOfItems(shape, item)));
      return moved.includes(true);
    }
    const moved = node.entries.map(({ key, value }) =>
      value.start < key.end ? false : visit(value, shapeUnder(shape, key.text, value)),
    );
    if (moved.includes(true)) return true;
    const isMeant = !within || (within.start <= node.start && node.end <= within.end);
    const own = isMeant ? orderKeys(tree, lines, node, shape) : [];
    edits.push(...own);
    return own.length > 0;
  };
  visit(tree.root, shapeNamed(kind));
  return edits;
}
