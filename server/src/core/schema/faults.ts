/**
 * The faults of form that the validators find, at their places and in an author's words. Each unit of a plan (a scheme,
 * a budget line, the period) is checked on its own and only once for as long as its text stands.
 */

import type { Fault } from '../finding';
import { limits } from '../limits';
import { type Entry, isEmpty, type MapNode, type Node } from '../syntax/tree/node';
import { say } from '../text/say';
import { readDate } from '../values/calendar';
import { calendarSlips } from './calendar-slips';
import { dataOf } from './data-of';
import { explain, explainAt, type Unit } from './explain-fault';
import type { FormFault } from './fault-place';
import { perShape } from './per-shape';
import { type DocumentKind, type Shape, shapeNamed, shapeOfItems, shapeUnder } from './shape';
import { type PlanUnit, planValidators, type Validator } from './validators.generated';

/** Faults of form in the document whose tree is `root`. */
export function faultsOfForm(root: MapNode, kind: DocumentKind): readonly FormFault[] {
  const faults: FormFault[] = [];
  const plan = shapeNamed(kind);
  for (const fault of check(root, plan, { kind: 'plan', key: '' })) faults.push(fault);
  for (const { key, value } of root.entries) {
    const shape = shapeUnder(plan, key.text, value);
    if (shape && !isEmpty(value)) visit(value, shape, key.text, faults);
  }
  const backwards = kind === 'one-plan' ? periodBackwards(root) : undefined;
  if (backwards) faults.push(backwards);
  return faults;
}

/** A period that ends before it begins has no years: every check by year would be silent, so that this must not be. */
function periodBackwards(root: MapNode): Fault | undefined {
  const period = root.get('period');
  if (period?.kind !== 'map') return undefined;
  const [from, to] = [period.get('from'), period.get('to')];
  if (from?.kind !== 'scalar' || to?.kind !== 'scalar' || from.text <= to.text) return undefined;
  if (!('date' in readDate(from.text)) || !('date' in readDate(to.text))) return undefined;
  const message = say`The period ends on ${to.text}, before it begins on ${from.text}. Put right the date that is wrong.`;
  return { rule: 'bad-date', at: to, message, related: [{ at: from, message: say`The period begins here` }] };
}

/** Checks what stands under `key` as one unit, or the items of a list and the parts of a section that are units of their own. */
function visit(node: Node, shape: Shape, key: string, faults: FormFault[]): void {
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (faults.length > MOST_OF_PLAN) return;
      const inner = shapeOfItems(shape, item);
      if (inner) for (const fault of faultsOf(item, inner, { kind: 'entry', key })) faults.push(fault);
    }
    return;
  }
  for (const fault of faultsOf(node, shape, { kind: 'section', key })) faults.push(fault);
  if (node.kind !== 'map') return;
  for (const { key: part, value } of node.entries) {
    const inner = shapeUnder(shape, part.text, value);
    if (inner && isListOfUnits(inner) && value.kind === 'list') visit(value, inner, part.text, faults);
  }
}

function isListOfUnits(shape: Shape): boolean {
  const item = shapeOfItems(shape, undefined);
  return item?.def !== undefined && item.def in planValidators;
}

function faultsOf(node: Node, shape: Shape, { kind, key }: Unit): readonly FormFault[] {
  return faultsWithin(node, shape, kind, key);
}

const faultsWithin = perShape((node, shape, kind: Unit['kind'], key: string) => check(node, shape, { kind, key }));

/** So many faults of one unit are told: more than are ever shown of a document. */
const MOST = limits.findings + 1;
/** Items are checked in the order of the text until so many faults are found: a rule may be off, so that others are shown. */
const MOST_OF_PLAN = 10 * limits.findings;

function check(node: Node, shape: Shape, unit: Unit): readonly FormFault[] {
  const validate: Validator | undefined = planValidators[shape.def as PlanUnit];
  if (!validate) return [];
  const isUnit = partsOf(node, shape);
  const errors = validate(dataOf(node, isUnit)) ? [] : (validate.errors ?? []);
  const faults: FormFault[] = [];
  const seen = new Set<string>();
  const add = (fault: FormFault | undefined) => {
    if (!fault) return;
    const place = `${fault.at.start}-${fault.at.end}${fault.rule === 'missing-key' ? fault.detail : ''}`;
    if (seen.has(place)) return;
    seen.add(place);
    faults.push(fault);
  };
  for (const error of errors.slice(0, MOST)) add(explain(error, node, shape, unit));
  for (const { path, which, form } of calendarSlips(node, isUnit)) add(explainAt(path, which, node, shape, unit, form));
  return faults;
}

/** Tells the parts of a unit that are checked as units of their own: a plan is never turned into data whole. */
function partsOf(node: Node, shape: Shape): ((entry: Entry) => boolean) | undefined {
  if (node.kind !== 'map') return undefined;
  const isPlan = shape.def === 'one-plan' || shape.def === 'bcf-plan';
  return ({ key, value }) => {
    if (value.kind === 'scalar') return false;
    const inner = isPlan ? undefined : shapeUnder(shape, key.text, value);
    return isPlan || (inner !== undefined && isListOfUnits(inner));
  };
}
