/**
 * Going about: where a thing is defined, where it is used, and what stands for it, across documents. Things are items
 * with ids, schemes of old plans, old plans themselves, and services, whose names the format gives.
 */
import type { Analysis } from '../../analysis';
import { type ShapedNode, shapedNodesAt } from '../../cursor/nodes-at';
import type { Field } from '../../model/field';
import type { Plan } from '../../model/plan';
import type { Project } from '../../project';
import { MapNode, type ScalarNode } from '../../syntax/tree/node';
import { type Span, spanAt, touches } from '../../text/span';
import { idAmong } from '../shared/id-at';
import { referenceIndexOf } from '../shared/reference-index';

interface Location {
  readonly uri: string;
  readonly at: Span;
}

/** A place where a thing is named. */
export interface Occurrence extends Location {
  readonly role: 'definition' | 'use';
}

/** What a cursor on an id, on a reference, on the name of a service or on the path of an old plan means. */
export interface Target {
  /** The document that defines it. */
  readonly uri: string;
  /** The kind of item ("scheme"), or `service`, or `document`. */
  readonly kind: string;
  readonly id: string;
  /** Where it is defined, and all that belongs to it; `undefined` where nothing is. */
  readonly definition: { readonly at: Span; readonly whole: Span } | undefined;
  /** The word under the cursor. */
  readonly at: Span;
}

/** What the cursor at `offset` of the document `uri` stands on; `undefined` where that leads nowhere. */
export function targetAt(project: Project, uri: string, offset: number): Target | undefined {
  const analysis = project.analysis(uri);
  if (!analysis?.document) return undefined;
  const nodes = shapedNodesAt(analysis.tree.root, analysis.document.kind, offset);
  const id = idAmong(analysis, nodes);
  if (id) {
    const definition = id.definition && { at: id.definition.id, whole: id.definition.item };
    return { uri, kind: id.kind, id: id.at.text, definition, at: id.at };
  }
  return serviceAt(analysis, uri, nodes) ?? oldPlanAt(project, uri, offset) ?? oldSchemeAt(project, uri, offset);
}

/** All places that name `target`, its definition first. */
export function occurrencesOf(project: Project, target: Target): readonly Occurrence[] {
  const { uri, kind, id, definition } = target;
  const own: Occurrence[] = definition ? [{ uri, at: definition.at, role: 'definition' }] : [];
  return [...own, ...usesOf(project, uri, kind, id).map(place => ({ ...place, role: 'use' as const }))];
}

function usesOf(project: Project, uri: string, kind: string, id: string): readonly Location[] {
  const analysis = project.analysis(uri);
  switch (kind) {
    case 'bcf-scheme':
      return oldSchemeKeys(project, uri, id);
    case 'document':
      return pathsOf(project, uri);
    case 'service':
      return analysis ? usesOfService(analysis, id).map(at => ({ uri, at })) : [];
    default:
      return analysis
        ? referenceIndexOf(analysis)
            .uses(kind, id)
            .map(({ at }) => ({ uri, at }))
        : [];
  }
}

/** The name of a service, on its key in `services` or wherever an item names it. */
function serviceAt({ document }: Analysis, uri: string, nodes: readonly ShapedNode[]): Target | undefined {
  const found = nodes.at(-1);
  if (document?.kind !== 'one-plan' || found?.node.kind !== 'scalar') return undefined;
  const isKey = found.isKey && nodes.length === 3 && nodes[1]?.entry?.key.text === 'services';
  if (!isKey && (found.isKey || found.shape?.def !== 'service-name')) return undefined;
  const id = found.node.text;
  const scope = document.services.scopes.find(({ name }) => name === id);
  const definition = scope && { at: scope.at, whole: scope.at };
  return { uri, kind: 'service', id, definition, at: found.node };
}

function usesOfService({ document }: Analysis, name: string): readonly Span[] {
  if (document?.kind !== 'one-plan') return [];
  const fields: readonly Field<string>[] = [
    ...document.budget.lines.items.map(line => line.service),
    ...document.schemes.items.flatMap(scheme => scheme.services),
    ...document.stops.items.map(stop => stop.service),
  ];
  return fields.flatMap(({ value, node }) => (value === name && node ? [node] : []));
}

/** An old plan, on the path by which a plan brings it in or on the key by which it says what it is. */
function oldPlanAt(project: Project, uri: string, offset: number): Target | undefined {
  const document = project.analysis(uri)?.document;
  if (!document) return undefined;
  const start = { at: spanAt(0), whole: spanAt(0) };
  if (document.kind === 'bcf-plan') {
    const key = document.root.entry('bcf_plan')?.key;
    if (!key || !touches(key, offset)) return undefined;
    return { uri, kind: 'document', id: uri, definition: start, at: key };
  }
  const path = document.incorporates.items.find(({ plan }) => plan.node && touches(plan.node, offset))?.plan;
  if (path?.value === undefined || !path.node) return undefined;
  const old = project.locate(uri, path.value);
  if (old === undefined || !project.has(old)) return undefined;
  return { uri: old, kind: 'document', id: old, definition: start, at: path.node };
}

/** The paths by which plans bring in the old plan at `old`. */
function pathsOf(project: Project, old: string): readonly Location[] {
  return plansOf(project).flatMap(({ uri, plan }) =>
    plan.incorporates.items.flatMap(({ plan: path }) =>
      path.node && path.value !== undefined && project.locate(uri, path.value) === old ? [{ uri, at: path.node }] : [],
    ),
  );
}

/** A scheme of an old plan, on the key by which the plan that brings it in names it. */
function oldSchemeAt(project: Project, uri: string, offset: number): Target | undefined {
  const plan = project.analysis(uri)?.document;
  if (plan?.kind !== 'one-plan') return undefined;
  for (const { key, old } of oldSchemesIn(project, uri, plan)) {
    if (!touches(key, offset)) continue;
    const analysis = project.analysis(old);
    const found = analysis && referenceIndexOf(analysis).named(['bcf-scheme'], key.text);
    const definition = found && { at: found.id, whole: found.item };
    return { uri: old, kind: 'bcf-scheme', id: key.text, definition, at: key };
  }
  return undefined;
}

/** The keys by which plans name the scheme `id` of the old plan `old`. */
function oldSchemeKeys(project: Project, old: string, id: string): readonly Location[] {
  return plansOf(project).flatMap(({ uri, plan }) =>
    oldSchemesIn(project, uri, plan)
      .filter(found => found.old === old && found.key.text === id)
      .map(({ key }) => ({ uri, at: key })),
  );
}

/** The keys of old schemes in a plan, each with the document of the old plan. */
function oldSchemesIn(
  project: Project,
  uri: string,
  plan: Plan,
): readonly { readonly key: ScalarNode; readonly old: string }[] {
  return plan.incorporates.items.flatMap(({ node, plan: path }) => {
    const old = path.value === undefined ? undefined : project.locate(uri, path.value);
    const schemes = node.get('schemes');
    if (old === undefined || !(schemes instanceof MapNode)) return [];
    return schemes.entries.map(({ key }) => ({ key, old }));
  });
}

function plansOf(project: Project): readonly { readonly uri: string; readonly plan: Plan }[] {
  return project.uris().flatMap(uri => {
    const document = project.analysis(uri)?.document;
    return document?.kind === 'one-plan' ? [{ uri, plan: document }] : [];
  });
}
