/**
 * Which ids a plan defines and where they are referred to, read from the format's own annotations: one source for
 * unknown references, duplicate ids, go to definition, rename and completion.
 */
import { type Entry, isEmpty, type MapNode, type Node, type ScalarNode } from '../syntax/tree/node';
import { perShape } from './per-shape';
import { type Shape, shapeNamed, shapeOfItems, shapeOfKeys, shapeUnder } from './shape';

/** Kinds of item that have ids: "partner", "person", "scheme" … */
export type ReferenceKind = string;

export interface Definition {
  readonly kind: ReferenceKind;
  readonly id: ScalarNode;
  readonly item: MapNode;
}

export interface Reference {
  /** The kinds that it may name. */
  readonly kinds: readonly ReferenceKind[];
  readonly at: ScalarNode;
  /** What the format calls a person in charge may be a placeholder. */
  readonly person: boolean;
  /** The item that refers. */
  readonly item: MapNode;
}

export interface References {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  /** Kinds of which something other than a list stands where their items belong: nobody can tell which ids there are. */
  readonly unread: ReadonlySet<ReferenceKind>;
}

export const noReferences: References = { definitions: [], references: [], unread: new Set() };

/** Ids and references of the plan whose tree is `root`; each item of the tree is read once, whatever the version. */
export function referencesOf(root: MapNode): References {
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  const plan = shapeNamed(root.entry('bcf_plan') ? 'bcf-plan' : 'one-plan');
  const add = (found: Found) => {
    for (const definition of found.definitions) definitions.push(definition);
    for (const reference of found.references) references.push(reference);
  };
  const visit = (shape: Shape | undefined, value: Node, item: MapNode) => {
    if (!shape) return;
    if (value.kind === 'list') {
      for (const entry of value.items) add(within(entry, shapeOfItems(shape, entry), item));
    } else if (
      value.kind === 'map' &&
      value.style === 'block' &&
      shape.schema['x-section'] &&
      !onlyItem(shape, value)
    ) {
      visitEntries(value, shape, (inner, entry) => visit(inner, entry.value, value));
    } else add(within(value, onlyItem(shape, value) ?? shape, item));
  };
  visitEntries(root, plan, (inner, { value }) => visit(inner, value, root));
  return { definitions, references, unread: unreadKinds(root, plan) };
}

/** The kinds of item whose list, in `map` of `shape`, is something other than a list. */
function unreadKinds(map: MapNode, shape: Shape): ReadonlySet<ReferenceKind> {
  const kinds = new Set<ReferenceKind>();
  for (const { key, value } of map.entries) {
    const inner = shapeUnder(shape, key.text, value);
    if (!inner || isEmpty(value) || value.kind === 'list') continue;
    if (inner.schema.items) addKindOf(inner, kinds);
    else if (!inner.schema['x-section']) continue;
    else if (value.kind === 'map') for (const kind of unreadKinds(value, inner)) kinds.add(kind);
    else
      for (const part of Object.keys(inner.schema.properties ?? {}))
        addKindOf(shapeUnder(inner, part, undefined), kinds);
  }
  return kinds;
}

function addKindOf(list: Shape | undefined, kinds: Set<ReferenceKind>): void {
  const kind = list && shapeOfItems(list, undefined)?.schema['x-kind'];
  if (kind) kinds.add(kind);
}

/** What one node holds. */
type Found = Pick<References, 'definitions' | 'references'>;

/** Visits the entries of `node` with what each is; one that stands for another key is what that key is. */
function visitEntries(node: MapNode, shape: Shape, visit: (inner: Shape | undefined, entry: Entry) => void): void {
  for (const entry of node.entries) visit(shapeUnder(shape, keyOf(entry, node), entry.value), entry);
}

/** The key that `entry` of `node` is read as. */
function keyOf(entry: Entry, { aliases }: MapNode): string {
  for (const [key, other] of aliases ?? NO_ALIASES) if (other === entry) return key;
  return entry.key.text;
}

const NO_ALIASES: ReadonlyMap<string, Entry> = new Map();

/** What a mapping is that stands in the place of a list: its only item, without its dash. */
function onlyItem(shape: Shape, value: Node): Shape | undefined {
  return value.kind === 'map' && shape.schema.type === 'array' ? shapeOfItems(shape, value) : undefined;
}

const NONE: Found = { definitions: [], references: [] };

function within(node: Node, shape: Shape | undefined, item: MapNode): Found {
  if (!shape || isEmpty(node)) return NONE;
  return foundIn(node, shape, node.kind === 'map' ? node : item, undefined);
}

const foundIn = perShape((node, shape, item: MapNode, _: undefined): Found => {
  const found = { definitions: [] as Definition[], references: [] as Reference[] };
  collect(node, shape, item, found);
  return found;
});

function collect(
  node: Node,
  shape: Shape,
  item: MapNode,
  found: { definitions: Definition[]; references: Reference[] },
): void {
  if (node.kind === 'scalar') {
    collectReference(node, shape, item, found.references);
    return;
  }
  if (node.kind === 'list') {
    for (const entry of node.items) {
      const inner = shapeOfItems(shape, entry);
      if (inner) collect(entry, inner, entry.kind === 'map' ? entry : item, found);
    }
    return;
  }
  const kind = shape.schema['x-kind'];
  const id = node.get('id');
  if (kind && id?.kind === 'scalar' && !isEmpty(id)) found.definitions.push({ kind, id, item: node });
  const keys = shapeOfKeys(shape);
  visitEntries(node, shape, (inner, entry) => {
    if (keys) collectReference(entry.key, keys, item, found.references);
    if (inner)
      collect(entry.value, inner, inner.schema['x-kind'] && entry.value.kind === 'map' ? entry.value : item, found);
  });
}

function collectReference(node: ScalarNode, shape: Shape, item: MapNode, references: Reference[]): void {
  const kinds = shape.schema['x-ref'];
  if (!kinds || isEmpty(node)) return;
  references.push({ kinds, at: node, person: shape.schema['x-form'] === 'person', item });
}
