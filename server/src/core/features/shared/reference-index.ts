/**
 * The ids of a document by kind, and the references to each, for definition, references, rename, hover, hints and the
 * golden thread. What a YAML alias repeats counts once.
 */
import type { Definition, Reference, ReferenceKind, References } from '../../schema/references';
import { perAnalysis } from './per-analysis';

export class ReferenceIndex {
  private readonly byId = new Map<string, Definition[]>();
  private usesById: ReadonlyMap<string, readonly Reference[]> | undefined;

  constructor(private readonly all: References) {
    for (const definition of all.definitions) {
      const same = this.byId.get(definition.id.text);
      if (!same) this.byId.set(definition.id.text, [definition]);
      else if (!same.some(({ id }) => id === definition.id)) same.push(definition);
    }
  }

  /** The items of `kind` with this id: more than one where the author gave an id twice. */
  definitions(kind: ReferenceKind, id: string): readonly Definition[] {
    return (this.byId.get(id) ?? []).filter(definition => definition.kind === kind);
  }

  /** The item that an id refers to: among the kinds allowed, the first that has an item with this id. */
  named(kinds: readonly ReferenceKind[], id: string): Definition | undefined {
    const same = this.byId.get(id);
    if (!same) return undefined;
    for (const kind of kinds) {
      const found = same.find(definition => definition.kind === kind);
      if (found) return found;
    }
    return undefined;
  }

  /** References to the item of `kind` with this id, whether it is defined or not, in text order. */
  uses(kind: ReferenceKind, id: string): readonly Reference[] {
    this.usesById ??= groupedById(this.all.references);
    return (this.usesById.get(id) ?? []).filter(reference => this.kindOf(reference) === kind);
  }

  /** References to this id, of any kind. */
  written(id: string): readonly Reference[] {
    this.usesById ??= groupedById(this.all.references);
    return this.usesById.get(id) ?? [];
  }

  /** The kind that a reference refers to; the default kind where no item has the id. */
  kindOf({ kinds, at }: Reference): ReferenceKind {
    return this.named(kinds, at.text)?.kind ?? kinds[0] ?? '';
  }
}

/** The index of the document that was analysed. */
export const referenceIndexOf = perAnalysis(({ references }) => new ReferenceIndex(references));

function groupedById(references: readonly Reference[]): ReadonlyMap<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  const seen = new Set<Reference['at']>();
  for (const reference of references) {
    if (seen.has(reference.at)) continue;
    seen.add(reference.at);
    const group = groups.get(reference.at.text);
    if (group) group.push(reference);
    else groups.set(reference.at.text, [reference]);
  }
  return groups;
}
