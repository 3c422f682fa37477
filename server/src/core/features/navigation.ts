/** Going about: where an id is defined, where it is used, and what stands for it, across documents. */
import type { Analysis } from '../analysis';
import type { Project } from '../project';
import type { Definition, Reference } from '../schema/references';
import type { ScalarNode } from '../syntax/node';
import { MapNode } from '../syntax/node';
import { type Span, touches } from '../text/span';

export interface Location {
  readonly uri: string;
  readonly at: Span;
}

/** An item with an id: what a cursor on its id, or on a reference to it, means. */
export interface Target {
  readonly uri: string;
  readonly kind: string;
  readonly id: string;
  /** Where the item defines its id; `undefined` where no item has it. */
  readonly definition: Definition | undefined;
  /** The word under the cursor. */
  readonly at: Span;
}

/** What the cursor at `offset` of the document `uri` stands on, if it is an id. */
export function targetAt(project: Project, uri: string, offset: number): Target | undefined {
  const analysis = project.analysis(uri);
  if (!analysis) return undefined;
  const definition = analysis.references.definitions.find(({ id }) => touches(id, offset));
  if (definition) return { uri, kind: definition.kind, id: definition.id.text, definition, at: definition.id };
  const reference = analysis.references.references.find(({ at }) => touches(at, offset));
  if (reference) return targetOf(analysis, uri, reference);
  return oldSchemeAt(project, uri, offset);
}

/** The places of all references to `target`, its definition first. */
export function occurrencesOf(project: Project, target: Target): readonly Location[] {
  const own = target.definition ? [{ uri: target.uri, at: target.definition.id }] : [];
  if (target.kind === 'bcf-scheme') return [...own, ...oldSchemeKeys(project, target.uri, target.id)];
  const analysis = project.analysis(target.uri);
  const uses = analysis?.references.references.filter(reference => refersTo(analysis, reference, target)) ?? [];
  return [...own, ...uses.map(({ at }) => ({ uri: target.uri, at }))];
}

function refersTo(analysis: Analysis, reference: Reference, target: Target): boolean {
  return reference.at.text === target.id && targetOf(analysis, target.uri, reference).kind === target.kind;
}

/** The kind that a reference means: of those that it may name, the first that has an item with the id. */
function targetOf({ references }: Analysis, uri: string, { kinds, at }: Reference): Target {
  for (const kind of kinds) {
    const definition = references.definitions.find(
      candidate => candidate.kind === kind && candidate.id.text === at.text,
    );
    if (definition) return { uri, kind, id: at.text, definition, at };
  }
  return { uri, kind: kinds[0] ?? '', id: at.text, definition: undefined, at };
}

/** A scheme of an old plan, on the key by which the plan that incorporates it names it. */
function oldSchemeAt(project: Project, uri: string, offset: number): Target | undefined {
  for (const { key, old } of oldSchemeKeysIn(project, uri)) {
    if (!touches(key, offset)) continue;
    const definition = project
      .analysis(old)
      ?.references.definitions.find(({ kind, id }) => kind === 'bcf-scheme' && id.text === key.text);
    return { uri: old, kind: 'bcf-scheme', id: key.text, definition, at: key };
  }
  return undefined;
}

/** The keys by which plans name the scheme `id` of the old plan `old`. */
function oldSchemeKeys(project: Project, old: string, id: string): readonly Location[] {
  return project.uris().flatMap(uri =>
    oldSchemeKeysIn(project, uri)
      .filter(found => found.old === old && found.key.text === id)
      .map(({ key }) => ({ uri, at: key })),
  );
}

/** The keys of old schemes in the plan at `uri`, each with the document of the old plan. */
function oldSchemeKeysIn(project: Project, uri: string): readonly { readonly key: ScalarNode; readonly old: string }[] {
  const document = project.analysis(uri)?.document;
  if (document?.kind !== 'one-plan') return [];
  return document.incorporates.items.flatMap(({ node, plan }) => {
    const old = plan.value === undefined ? undefined : project.locate(uri, plan.value);
    const schemes = node.get('schemes');
    if (old === undefined || !(schemes instanceof MapNode)) return [];
    return schemes.entries.map(({ key }) => ({ key, old }));
  });
}
