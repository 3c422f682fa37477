/**
 * The faults of form that the validators find, at their places and in an author's words. Each unit of a plan (a scheme,
 * a budget line, the period) is checked on its own and only once for as long as its text stands.
 */
import type { Fault } from '../finding';
import { isEmpty, type MapNode, type Node } from '../syntax/node';
import { dataOf } from './data-of';
import { explain } from './explain-fault';
import type { PlanSchema } from './plan-schema.generated';
import { alternatives, type DocumentKind, type Shape, shapeNamed, shapeOfItems, shapeUnder } from './shape';
import { type PlanUnit, planValidators, type Validator } from './validators.generated';

/** Faults of form in the document whose tree is `root`. */
export function faultsOfForm(root: MapNode, kind: DocumentKind): readonly Fault[] {
  const faults: Fault[] = [];
  const plan = shapeNamed(kind);
  for (const fault of check(root, plan, 'The plan')) faults.push(fault);
  for (const { key, value } of root.entries) {
    const shape = shapeUnder(plan, key.text, value);
    if (shape && !isEmpty(value)) visit(value, shape, titleOf(shape.schema), faults);
  }
  return faults;
}

/** Checks `node` as one unit, or the items of a list and the parts of a section that are units of their own. */
function visit(node: Node, shape: Shape, called: string, faults: Fault[]): void {
  if (node.kind === 'list') {
    for (const item of node.items) {
      const inner = shapeOfItems(shape, item);
      if (inner) for (const fault of faultsOf(item, inner, called)) faults.push(fault);
    }
    return;
  }
  for (const fault of faultsOf(node, shape, called)) faults.push(fault);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    const inner = shapeUnder(shape, key.text, value);
    if (inner && isListOfUnits(inner) && value.kind === 'list') visit(value, inner, titleOf(inner.schema), faults);
  }
}

function isListOfUnits(shape: Shape): boolean {
  const item = shapeOfItems(shape, undefined);
  return item?.def !== undefined && item.def in planValidators;
}

const known = new WeakMap<Node, readonly Fault[]>();

function faultsOf(node: Node, shape: Shape, called: string): readonly Fault[] {
  const before = known.get(node);
  if (before) return before;
  const faults = check(node, shape, called);
  known.set(node, faults);
  return faults;
}

function check(node: Node, shape: Shape, called: string): readonly Fault[] {
  const validate: Validator | undefined = planValidators[shape.def as PlanUnit];
  if (!validate || validate(dataOfUnit(node, shape))) return [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    const fault = explain(error, node, shape, called);
    if (!fault) continue;
    const place = `${fault.at.start}-${fault.at.end}${fault.rule === 'missing-key' ? fault.detail : ''}`;
    if (seen.has(place)) continue;
    seen.add(place);
    faults.push(fault);
  }
  return faults;
}

/** The data of a unit. What is checked as a unit of its own is left empty: a plan is never turned into data whole. */
function dataOfUnit(node: Node, shape: Shape): unknown {
  if (node.kind !== 'map') return dataOf(node);
  const isPlan = shape.def === 'one-plan' || shape.def === 'bcf-plan';
  return dataOf(node, ({ key, value }) => {
    if (value.kind === 'scalar') return false;
    const inner = isPlan ? undefined : shapeUnder(shape, key.text, value);
    return isPlan || (inner !== undefined && isListOfUnits(inner));
  });
}

function titleOf(schema: PlanSchema): string {
  return schema.title ?? alternatives(schema)[0]?.schema.title ?? 'The plan';
}
