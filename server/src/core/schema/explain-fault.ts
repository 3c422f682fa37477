/** One fault of form in an author's words: which rule names it, where it is, what to write instead. */

import type { Fault } from '../finding';
import { isEmpty, type MapNode, type Node } from '../syntax/tree/node';
import { listAnd, said, say } from '../text/say';
import { shorten } from '../text/words';
import { replaceScalar, unknownValue, wrongScalar } from './explain-scalar';
import type { FaultPlace, FormFault } from './fault-place';
import { freeKeys, keyMeant } from './key-meant';
import { nameKeyOf, type Shape, shapeOfItems, shapeOfKeys, shapeUnder } from './shape';
import type { SchemaFault } from './validators.generated';
import { emptyEntry, entryOf, inline, wrongContainer } from './wrong-container';

/** The fault that `error` stands for, found in `unit`; `undefined` for errors that only repeat another. */
export function explain(error: SchemaFault, node: Node, shape: Shape, unit: Unit): FormFault | undefined {
  if (error.keyword === 'if' || error.keyword === 'propertyNames') return undefined;
  const place = locate(error.instancePath.split('/').slice(1).map(fromPointer), node, shape, unit);
  return place && explainThere(error, place);
}

function explainThere(error: SchemaFault, place: FaultPlace): FormFault | undefined {
  const { node, shape } = place;
  if (error.propertyName !== undefined && node.kind === 'map') return wrongKey(error.propertyName, node, place);
  if (error.keyword === 'required' && node.kind === 'map')
    return missingKey(String(error.params['missingProperty']), node, place);
  if (error.keyword === 'additionalProperties' && node.kind === 'map') {
    return unknownKey(String(error.params['additionalProperty']), node, place);
  }
  if (place.inList && isEmpty(node)) return emptyEntry(place);
  if (node.kind !== 'scalar' || shape.schema.type === 'array' || shape.schema.type === 'object')
    return wrongContainer(place);
  return error.keyword === 'enum' ? unknownValue(node, place) : wrongScalar(node, place);
}

/** The fault of a value, or of the key that ends `path`, which has the form that the validators ask for but no meaning. */
export function explainAt(
  path: readonly string[],
  which: 'value' | 'key',
  node: Node,
  shape: Shape,
  unit: Unit,
  form: string,
): FormFault | undefined {
  const last = path.at(-1) ?? '';
  const place = locate(which === 'key' ? path.slice(0, -1) : path, node, shape, unit);
  if (!place) return undefined;
  if (which === 'key') {
    const keys = place.node.kind === 'map' ? shapeOfKeys(place.shape) : undefined;
    return place.node.kind === 'map' && keys?.schema['x-form'] === form ? wrongKey(last, place.node, place) : undefined;
  }
  return place.node.kind === 'scalar' && place.shape.schema['x-form'] === form
    ? wrongScalar(place.node, place)
    : undefined;
}

/** What is checked at once: the plan without its sections, a section, an entry of the list under a key, or another file. */
export interface Unit {
  readonly kind: 'plan' | 'section' | 'entry' | 'file';
  /** The key that it stands under, or what messages call the file. */
  readonly key: string;
}

function locate(path: readonly string[], whole: Node, itsShape: Shape, unit: Unit): FaultPlace | undefined {
  const name = nameOf(whole, itsShape);
  let place: FaultPlace = {
    node: whole,
    shape: itsShape,
    key: '',
    inList: unit.kind === 'entry',
    called: name ?? calledOf(unit),
    partOf: name ?? (unit.kind === 'plan' || unit.kind === 'entry' ? undefined : calledOf(unit)),
    surroundings: isFlow(whole) ? 'flow' : 'block',
  };
  for (const step of path) {
    const { node, shape, surroundings } = place;
    if (node.kind === 'scalar') return undefined;
    const inner: Node | undefined = node.kind === 'map' ? node.get(step) : node.items[Number(step)];
    if (!inner) return undefined;
    const innerShape = node.kind === 'map' ? shapeUnder(shape, step, inner) : shapeOfItems(shape, inner);
    if (!innerShape) return undefined;
    const innerName = nameOf(inner, innerShape, node.kind === 'map' ? step : undefined);
    place = {
      node: inner,
      shape: innerShape,
      key: node.kind === 'map' ? step : place.key,
      inList: node.kind === 'list',
      called: innerName ?? place.called,
      partOf: innerName ?? place.partOf,
      surroundings: surroundings === 'flow' || isFlow(inner) ? 'flow' : 'block',
    };
  }
  return place;
}

/** How messages call a unit without a name of its own. */
function calledOf({ kind, key }: Unit): string {
  if (kind === 'plan') return say`The plan`;
  if (kind === 'file') return key;
  return kind === 'entry' ? entryOf(key) : say`The section "${key}"`;
}

function fromPointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isFlow(node: Node): boolean {
  return node.kind !== 'scalar' && node.style === 'flow';
}

/** `Scheme "Falls response service"` for an item that the format gives a noun; `key` names it where nothing else does. */
function nameOf(node: Node, shape: Shape, key?: string): string | undefined {
  const noun = shape.schema['x-noun'];
  if (!noun || node.kind !== 'map') return undefined;
  const names = [node.get(nameKeyOf(shape)), node.get('id')];
  const name = names.find(value => value?.kind === 'scalar' && !isEmpty(value));
  const shown = name?.kind === 'scalar' ? name.text : key;
  return shown === undefined ? say`${said(noun)} without a name` : `${said(noun)} "${shorten(shown)}"`;
}

function missingKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault | undefined {
  // A key that was meant to be this one is told as such: one cause, one finding.
  if (node.entries.some(({ key: { text } }) => keyMeant(text, node, shape) === key)) return;
  const nameKey = nameKeyOf(shape);
  const named = [nameKey, 'id', 'title'].map(name => node.entry(name)).find(entry => entry && !isEmpty(entry.value));
  const empty = node.entry(key);
  const at = empty?.key ?? named?.value ?? node.entries[0]?.key ?? node;
  const example = shapeUnder(shape, key, undefined)?.schema.examples?.[0];
  const shown = inline(example);
  const fault = empty ? say`${called} has nothing after "${key}:".` : say`${called} has no "${key}".`;
  const message = `${fault} ${adviceFor(key, shown, empty ? 'empty' : 'absent')}`;
  return { rule: 'missing-key', at, message, detail: key };
}

function adviceFor(key: string, shown: string | undefined, state: 'empty' | 'absent'): string {
  if (shown === undefined) return state === 'empty' ? say`Fill it in.` : say`Add it.`;
  return state === 'empty' ? say`Fill it in, like "${key}: ${shown}".` : say`Add it, like "${key}: ${shown}".`;
}

function unknownKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  if (!entry) return undefined;
  const free = freeKeys(node, shape);
  const meant = keyMeant(key, node, shape);
  const written = `"${shorten(key)}"`;
  const advice = meant
    ? say`Write "${meant}".`
    : free.length === 0
      ? say`Take it out.`
      : say`What can stand here is ${listAnd(free.slice(0, 12))}.`;
  // Never safe: what stands under the key has not been checked as what it would then be.
  const fixes = meant ? [replaceScalar(entry.key, meant, 'block', 'judgement')] : [];
  return { rule: 'unknown-key', at: entry.key, message: say`${called} cannot have ${written}. ${advice}`, fixes };
}

function wrongKey(key: string, node: MapNode, place: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  const shape = shapeOfKeys(place.shape);
  if (!entry || !shape) return undefined;
  const { proposes: _, ...fault } = wrongScalar(entry.key, {
    ...place,
    node: entry.key,
    shape,
    inList: false,
    surroundings: 'block',
  });
  // A key that is there already would then stand twice: which of them is right only the author knows.
  const free = fault.fixes?.filter(({ edits }) => edits.every(({ text }) => !node.exact(text)));
  return { ...fault, ...(free && { fixes: free }) };
}
